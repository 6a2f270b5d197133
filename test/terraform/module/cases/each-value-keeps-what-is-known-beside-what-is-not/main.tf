variable "subnets" {
  type = map(object({ prefix = string, private = optional(bool, true) }))
}

resource "terraform_data" "network" {
  input = "10.0.0.0/16"
}

locals {
  subnets = { for name, subnet in var.subnets : name => merge(subnet, { network_id = terraform_data.network.id }) }
}

resource "terraform_data" "subnet" {
  for_each = local.subnets
  input = {
    name    = each.key
    prefix  = each.value.prefix
    private = each.value.private
    network = each.value.network_id
    range   = cidrsubnet(terraform_data.network.input, 8, length(each.key))
  }
}

output "subnets" {
  value = local.subnets
}

output "private" {
  value = [for name, subnet in local.subnets : name if subnet.private]
}

output "ids" {
  value = { for name, subnet in terraform_data.subnet : name => subnet.id }
}
