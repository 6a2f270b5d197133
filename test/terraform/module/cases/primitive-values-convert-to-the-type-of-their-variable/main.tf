variable "text" {
  type = string
}

variable "number" {
  type = number
}

variable "flag" {
  type = bool
}

output "all" {
  value = {
    text   = var.text
    number = var.number
    flag   = var.flag
    sum    = var.number + 1
    not    = !var.flag
    joined = "${var.text}/${var.number}/${var.flag}"
  }
}
