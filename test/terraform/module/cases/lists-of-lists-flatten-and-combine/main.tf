variable "environments" {
  type = list(string)
}

variable "regions" {
  type = list(string)
}

locals {
  pairs = setproduct(var.environments, var.regions)
  flat = flatten([
    for environment in var.environments : [
      for region in var.regions : {
        key    = "${environment}-${region}"
        region = region
      }
    ]
  ])
  by_key = { for item in local.flat : item.key => item }
}

resource "terraform_data" "each" {
  for_each = local.by_key
  input    = each.value.region
}

output "pairs" {
  value = local.pairs
}

output "flat" {
  value = local.flat
}

output "keys" {
  value = keys(local.by_key)
}

output "distinct" {
  value = distinct(concat(var.regions, var.environments, var.regions))
}

output "zipped" {
  value = zipmap(var.environments, slice(concat(var.regions, var.regions), 0, length(var.environments)))
}
