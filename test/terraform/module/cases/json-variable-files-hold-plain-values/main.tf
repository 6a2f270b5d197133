variable "text" {
  type = string
}

variable "settings" {
  type = any
}

output "text" {
  value = var.text
}

output "settings" {
  value = var.settings
}
