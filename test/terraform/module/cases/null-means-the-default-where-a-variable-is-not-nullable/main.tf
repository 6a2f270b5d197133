variable "strict" {
  type     = string
  default  = "fallback"
  nullable = false
}

variable "lenient" {
  type    = string
  default = "fallback"
}

output "strict" {
  value = var.strict
}

output "lenient_is_null" {
  value = var.lenient == null
}

output "lenient" {
  value = coalesce(var.lenient, "none")
}
