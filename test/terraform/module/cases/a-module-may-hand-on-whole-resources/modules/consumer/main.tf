variable "group" {
  type = any
}

variable "groups" {
  type = any
}

output "location" {
  value = var.group.input.location
}

output "names" {
  value = [for key, group in var.groups : "${key}:${group.input.name}"]
}

output "id" {
  value = var.groups["main"].id
}
