variable "name" {
  type = string
}

variable "size" {
  type    = string
  default = "small"
}

resource "terraform_data" "this" {
  input = { name = var.name, size = var.size }
}

output "label" {
  value = "${var.name} (${var.size})"
}

output "id" {
  value = terraform_data.this.id
}
