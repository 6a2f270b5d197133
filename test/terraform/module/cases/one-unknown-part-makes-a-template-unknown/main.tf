variable "prefix" {
  type = string
}

resource "terraform_data" "a" {
  input = var.prefix
}

output "template" {
  value = "${var.prefix}-${terraform_data.a.id}"
}

output "known" {
  value = "${var.prefix}-${terraform_data.a.input}"
}

output "prefix_decides" {
  value = startswith("${var.prefix}-${terraform_data.a.id}", "ml-")
}

output "equal" {
  value = "${var.prefix}-${terraform_data.a.id}" == "zz"
}

output "list" {
  value = ["${terraform_data.a.id}", var.prefix]
}

output "loop_over_unknown" {
  value = "%{for part in split(",", terraform_data.a.id)}${part}%{endfor}"
}
