variable "anything" {
  type = any
}

variable "list" {
  type = list(any)
}

variable "map" {
  type = map(any)
}

output "anything" {
  value = var.anything
}

output "list" {
  value = var.list
}

output "map" {
  value = var.map
}

output "types" {
  value = [can(var.anything.a), can(tolist(var.anything))]
}
