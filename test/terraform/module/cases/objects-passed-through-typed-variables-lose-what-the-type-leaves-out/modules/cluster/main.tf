variable "pools" {
  type = map(object({
    size  = string
    nodes = optional(number, 1)
    zones = optional(set(string), ["1"])
  }))
  default = {}
}

output "pools" {
  value = var.pools
}

output "total" {
  value = sum(concat([0], [for pool in var.pools : pool.nodes]))
}
