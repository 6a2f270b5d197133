variable "zones" {
  type = list(string)
}

resource "terraform_data" "a" {
  input = 1
}

locals {
  sizes = { (var.zones[0]) = "small" }
}

output "by_unknown" {
  value = { a = "x", b = "y" }[terraform_data.a.id]
}

output "lookup" {
  value = lookup(local.sizes, terraform_data.a.id, "none")
}

output "contains" {
  value = contains(var.zones, terraform_data.a.id)
}

output "index" {
  value = var.zones[length(terraform_data.a.id) > 100 ? 0 : 0]
}

output "beside" {
  value = { known = local.sizes, unknown = terraform_data.a.id }
}

output "merged" {
  value = merge({ a = terraform_data.a.id }, { b = "known" })
}

output "merged_element" {
  value = merge({ a = terraform_data.a.id }, { b = "known" }).b
}

output "coalesced" {
  value = [coalesce("", "known", terraform_data.a.id), coalesce(null, terraform_data.a.id)]
}
