variable "value" {}

resource "terraform_data" "last" {
  input = "${var.value}4"
}

output "value" {
  value = terraform_data.last.input
}
