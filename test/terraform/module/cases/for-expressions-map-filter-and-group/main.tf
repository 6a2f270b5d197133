variable "names" {
  type = list(string)
}

variable "pools" {
  type = map(object({ nodes = number, kind = string }))
}

output "upper" {
  value = [for name in var.names : upper(name)]
}

output "indexed" {
  value = [for index, name in var.names : "${index}-${name}"]
}

output "long" {
  value = [for name in var.names : name if length(name) > 3]
}

output "by_name" {
  value = { for name in var.names : name => length(name) }
}

output "sorted_keys" {
  value = [for key, pool in var.pools : "${key}=${pool.nodes}"]
}

output "grouped" {
  value = { for key, pool in var.pools : pool.kind => key... }
}

output "from_set" {
  value = [for name in toset(var.names) : name]
}

output "set_pairs" {
  value = { for key, value in toset(var.names) : key => value }
}

output "from_object" {
  value = { for key, value in { b = 1, a = "x" } : upper(key) => value }
}

output "nested" {
  value = flatten([for key, pool in var.pools : [for index in range(pool.nodes) : "${key}-${index}"]])
}
