variable "pools" {
  type = map(object({ size = string, nodes = optional(number, 1) }))
}

variable "names" {
  type = set(string)
}

resource "terraform_data" "pool" {
  for_each = var.pools
  input    = { key = each.key, size = each.value.size, nodes = each.value.nodes }
}

resource "terraform_data" "name" {
  for_each = var.names
  input    = "${each.key}=${each.value}"
}

resource "terraform_data" "chained" {
  for_each = terraform_data.pool
  input    = each.value.input.size
}

output "sizes" {
  value = { for key, pool in terraform_data.pool : key => pool.input.size }
}

output "keys" {
  value = keys(terraform_data.pool)
}

output "chosen" {
  value = try(terraform_data.pool["gpu"].input.nodes, 0)
}

output "chained" {
  value = values(terraform_data.chained)[*].input
}
