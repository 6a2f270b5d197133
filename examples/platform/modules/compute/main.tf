variable "name" {
  type = string
}

variable "workspace_id" {
  type = string
}

variable "location" {
  type = string
}

variable "cluster" {
  type = object({
    vm_size      = string
    priority     = string
    warm_nodes   = number
    max_nodes    = number
    idle_minutes = number
  })
}

variable "public_ip" {
  type = bool
}

variable "tags" {
  type = map(string)
}

resource "azurerm_machine_learning_compute_cluster" "this" {
  name                          = "cc-${var.name}"
  location                      = var.location
  machine_learning_workspace_id = var.workspace_id
  vm_size                       = var.cluster.vm_size
  vm_priority                   = var.cluster.priority
  node_public_ip_enabled        = var.public_ip
  local_auth_enabled            = false
  tags                          = var.tags

  scale_settings {
    min_node_count                       = var.cluster.warm_nodes
    max_node_count                       = var.cluster.max_nodes
    scale_down_nodes_after_idle_duration = "PT${var.cluster.idle_minutes}M"
  }

  identity {
    type = "SystemAssigned"
  }
}
