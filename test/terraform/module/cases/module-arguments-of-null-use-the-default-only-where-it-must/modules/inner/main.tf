variable "strict" {
  type     = string
  default  = "strict-default"
  nullable = false
}

variable "loose" {
  type    = string
  default = "loose-default"
}

output "result" {
  value = { strict = var.strict, loose = var.loose }
}
