variable "text" {
  type = string
}

resource "terraform_data" "a" {
  input = var.text
}

output "from_id" {
  value = terraform_data.a.id == "x" ? "yes" : "no"
}

output "and_false" {
  value = terraform_data.a.id == "x" && false
}

output "or_true" {
  value = terraform_data.a.id == "x" || true
}

output "id_is_null" {
  value = terraform_data.a.id == null
}

output "lists" {
  value = terraform_data.a.id == "x" ? ["a"] : ["b"]
}

output "object" {
  value = {
    known   = var.text
    unknown = terraform_data.a.id == "x" ? 1 : 2
  }
}

output "length" {
  value = length([terraform_data.a.id, var.text])
}
