variable "key" {
  type = string
}

variable "index" {
  type = number
}

locals {
  map  = { a = "first", "b.c" = "second", "1" = "number", (upper("d")) = "computed" }
  list = ["zero", "one", "two"]
}

output "by_key" {
  value = local.map[var.key]
}

output "by_index" {
  value = local.list[var.index]
}

output "text_index" {
  value = local.list["${var.index}"]
}

output "element" {
  value = element(local.list, var.index + 3)
}

output "dotted" {
  value = local.map["b.c"]
}

output "number_key" {
  value = local.map[1]
}

output "computed" {
  value = local.map.D
}

output "keys" {
  value = keys(local.map)
}
