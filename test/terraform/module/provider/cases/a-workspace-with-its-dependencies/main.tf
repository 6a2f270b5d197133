variable "environment" {
  type = string
}

variable "public" {
  type    = bool
  default = false
}

locals {
  prefix = "ml-${var.environment}"
  tags   = { environment = var.environment, cost = 12 }
}

resource "azurerm_resource_group" "ml" {
  name     = "${local.prefix}-rg"
  location = "westeurope"
  tags     = local.tags
}

resource "azurerm_storage_account" "ml" {
  name                          = replace("${local.prefix}sa", "-", "")
  location                      = azurerm_resource_group.ml.location
  resource_group_name           = azurerm_resource_group.ml.name
  account_tier                  = "Standard"
  account_replication_type      = var.environment == "prod" ? "ZRS" : "LRS"
  public_network_access_enabled = var.public
}

resource "azurerm_machine_learning_workspace" "ml" {
  name                          = local.prefix
  location                      = azurerm_resource_group.ml.location
  resource_group_name           = azurerm_resource_group.ml.name
  storage_account_id            = azurerm_storage_account.ml.id
  description                   = "Blobs at ${azurerm_storage_account.ml.primary_blob_endpoint}"
  public_network_access_enabled = azurerm_storage_account.ml.public_network_access_enabled
  high_business_impact          = var.environment == "prod"
  tags                          = merge(azurerm_resource_group.ml.tags, { workspace = local.prefix })

  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_role_assignment" "ml" {
  scope                = azurerm_storage_account.ml.id
  role_definition_name = "Storage Blob Data Contributor"
  principal_id         = azurerm_machine_learning_workspace.ml.identity[0].principal_id
}
