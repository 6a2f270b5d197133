variable "pools" {
  type = list(object({
    name = string
    size = optional(string)
  }))
}

locals {
  mixed   = [{ a = 1 }, { a = "x" }]
  as_list = tolist([{ a = 1 }, { a = "x" }])
  as_map  = tomap({ x = { a = 1 }, y = { a = null } })
  as_set  = toset([1, "1", 2])
}

output "pools" {
  value = var.pools
}

output "mixed" {
  value = local.mixed
}

output "as_list" {
  value = local.as_list
}

output "as_map" {
  value = local.as_map
}

output "as_set" {
  value = local.as_set
}

output "sizes" {
  value = compact([for pool in var.pools : pool.size])
}
