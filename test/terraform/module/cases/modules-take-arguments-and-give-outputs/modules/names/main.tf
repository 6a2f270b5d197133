variable "environment" {
  type = string
}

variable "suffixes" {
  type = list(string)
}

variable "separator" {
  default = "-"
}

resource "terraform_data" "name" {
  input = "${var.environment}${var.separator}x"
}

output "names" {
  value = [for suffix in var.suffixes : join(var.separator, [var.environment, suffix])]
}

output "id" {
  value = terraform_data.name.id
}

output "input" {
  value = terraform_data.name.input
}
