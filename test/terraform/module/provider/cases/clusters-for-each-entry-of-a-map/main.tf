variable "clusters" {
  type = map(object({
    size     = string
    priority = optional(string, "Dedicated")
    nodes    = optional(object({ min = optional(number, 0), max = number }), { max = 1 })
    public   = optional(bool)
  }))
}

resource "azurerm_machine_learning_compute_cluster" "this" {
  for_each                      = var.clusters
  name                          = each.key
  location                      = "westeurope"
  machine_learning_workspace_id = "/subscriptions/s/workspaces/ml"
  vm_size                       = each.value.size
  vm_priority                   = each.value.priority
  node_public_ip_enabled        = each.value.public
  local_auth_enabled            = coalesce(each.value.public, false)

  scale_settings {
    min_node_count                       = each.value.nodes.min
    max_node_count                       = each.value.nodes.max
    scale_down_nodes_after_idle_duration = "PT${each.value.nodes.max * 5}M"
  }
}
