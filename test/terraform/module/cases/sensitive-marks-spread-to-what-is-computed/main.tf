variable "secret" {
  type      = string
  sensitive = true
}

variable "plain" {
  type = string
}

output "secret" {
  value     = var.secret
  sensitive = true
}

output "template" {
  value     = "${var.plain}-${var.secret}"
  sensitive = true
}

output "object" {
  value     = { secret = var.secret, plain = var.plain }
  sensitive = true
}

output "opened" {
  value = nonsensitive(var.secret)
}

output "length" {
  value = nonsensitive(length(var.secret))
}

output "is_sensitive" {
  value = [issensitive(var.secret), issensitive(var.plain), issensitive(upper(var.secret))]
}

output "marked" {
  value     = sensitive(var.plain)
  sensitive = true
}

resource "terraform_data" "holder" {
  input = { secret = var.secret, plain = var.plain }
}
