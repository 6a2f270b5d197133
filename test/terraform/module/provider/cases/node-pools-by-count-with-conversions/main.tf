variable "pools" {
  type = list(any)
}

resource "azurerm_kubernetes_cluster" "this" {
  name                    = "aks"
  location                = "westeurope"
  resource_group_name     = "rg"
  private_cluster_enabled = "true"
  kubernetes_version      = length(var.pools) > 1 ? "1.31" : null

  default_node_pool {
    name       = "system"
    vm_size    = "Standard_D4s_v5"
    node_count = "3"
    zones      = [1, 2]
  }

  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_kubernetes_cluster_node_pool" "this" {
  count                 = length(var.pools)
  name                  = "pool${count.index + 1}"
  kubernetes_cluster_id = azurerm_kubernetes_cluster.this.id
  vm_size               = var.pools[count.index].size
  node_count            = try(var.pools[count.index].nodes, null)
  node_labels           = { index = count.index, last = count.index == length(var.pools) - 1 }
  zones                 = toset([2, 1, 2])
}
