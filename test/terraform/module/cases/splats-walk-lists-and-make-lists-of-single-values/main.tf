variable "pools" {
  type = list(object({ name = string, disks = list(object({ size = number })) }))
}

variable "single" {
  type    = object({ name = string })
  default = null
}

output "names" {
  value = var.pools[*].name
}

output "legacy_names" {
  value = var.pools.*.name
}

output "sizes" {
  value = var.pools[*].disks[*].size
}

output "first_sizes" {
  value = var.pools[*].disks[0].size
}

output "legacy_first" {
  value = var.pools.*.disks[0]
}

output "single" {
  value = var.single[*].name
}

output "literal" {
  value = [{ a = 1 }, { a = 2 }][*].a
}

output "number" {
  value = length(5[*])
}
