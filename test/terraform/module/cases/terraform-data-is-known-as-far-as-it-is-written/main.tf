variable "input" {
  type = any
}

resource "terraform_data" "a" {
  input            = var.input
  triggers_replace = { version = "1" }
}

resource "terraform_data" "b" {
  input = terraform_data.a.input
}

resource "terraform_data" "c" {
  input = terraform_data.b.id
}

resource "terraform_data" "empty" {
}

output "through" {
  value = terraform_data.b.input
}

output "unknown" {
  value = terraform_data.c.input
}

output "trigger" {
  value = terraform_data.a.triggers_replace.version
}

output "empty_input" {
  value = terraform_data.empty.input == null
}
