variable "name" {
  type = string
}

variable "private" {
  type = bool
}

module "network" {
  source = "./modules/network"
  count  = var.private ? 1 : 0
  name   = var.name
}

resource "azurerm_machine_learning_compute_cluster" "this" {
  name                   = "cpu"
  subnet_resource_id     = one(module.network[*].subnet_id)
  node_public_ip_enabled = length(module.network) == 0
  location               = try(module.network[0].location, "northeurope")
}

resource "azurerm_kubernetes_cluster" "this" {
  name = "aks"

  default_node_pool {
    name           = "system"
    vnet_subnet_id = var.private ? module.network[0].subnet_id : null
  }
}
