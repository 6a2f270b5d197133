variable "settings" {
  type = any
}

output "nested" {
  value = try(var.settings.network.public, var.settings.public, false)
}

output "index" {
  value = try(var.settings.zones[1], "no second zone")
}

output "can" {
  value = [can(var.settings.network), can(var.settings.network.public), can(regex("^x", "y"))]
}

output "conversion" {
  value = try(tonumber(var.settings.size), -1)
}

output "object" {
  value = try({ a = var.settings.a }, { b = 1 })
}

output "missing_key" {
  value = try({ a = 1 }["b"], null) == null
}

output "lookup" {
  value = lookup(try(var.settings.tags, {}), "team", "nobody")
}
