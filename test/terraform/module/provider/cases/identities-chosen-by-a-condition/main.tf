variable "user_assigned" {
  type = bool
}

variable "existing" {
  type    = string
  default = null
}

resource "azurerm_user_assigned_identity" "this" {
  count    = var.user_assigned && var.existing == null ? 1 : 0
  name     = "id"
  location = "westeurope"
}

locals {
  identity_ids = var.user_assigned ? compact([var.existing, try(azurerm_user_assigned_identity.this[0].id, "")]) : []
  type         = var.user_assigned ? "UserAssigned" : "SystemAssigned"
}

resource "azurerm_machine_learning_workspace" "this" {
  name = "ws"

  identity {
    type         = local.type
    identity_ids = var.existing == null ? azurerm_user_assigned_identity.this[*].id : [var.existing]
  }
}

resource "azurerm_machine_learning_compute_cluster" "this" {
  name = local.type

  identity {
    type         = local.type
    identity_ids = local.identity_ids
  }
}
