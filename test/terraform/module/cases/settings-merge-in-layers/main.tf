variable "overrides" {
  type    = any
  default = {}
}

locals {
  base = {
    size    = "small"
    network = { public = false, subnet = "default" }
    tags    = { team = "ml" }
  }
  merged  = merge(local.base, var.overrides)
  network = merge(local.base.network, try(var.overrides.network, {}))
  tags    = merge(local.base.tags, lookup(var.overrides, "tags", {}), { managed = "terraform" })
  expanded = merge([for key in ["a", "b"] : { (key) = upper(key) }]...)
}

output "merged" {
  value = local.merged
}

output "network" {
  value = local.network
}

output "tags" {
  value = local.tags
}

output "expanded" {
  value = local.expanded
}

output "is_public" {
  value = local.network.public || local.merged.size == "large"
}
