variable "private" {
  type = bool
}

variable "minimum_nodes" {
  type    = number
  default = 0
}

variable "workspace_id" {
  type = string
}

resource "azurerm_machine_learning_compute_cluster" "training" {
  name                          = "training"
  location                      = "westeurope"
  machine_learning_workspace_id = var.workspace_id
  vm_size                       = "Standard_D4s_v5"
  vm_priority                   = "Dedicated"
  node_public_ip_enabled        = !var.private

  scale_settings {
    min_node_count                       = var.minimum_nodes
    max_node_count                       = 4
    scale_down_nodes_after_idle_duration = "PT15M"
  }
}
