locals {
  name  = "mlh-${var.environment}"
  plain = "mlh${var.environment}"
  tags = {
    environment = var.environment
    cost_center = var.cost_center
    platform    = "machine-learning"
  }
}

data "azurerm_client_config" "current" {}

resource "azurerm_resource_group" "ml" {
  name     = "rg-${local.name}"
  location = var.location
  tags     = local.tags
}

resource "azurerm_log_analytics_workspace" "ml" {
  name                         = "log-${local.name}"
  location                     = azurerm_resource_group.ml.location
  resource_group_name          = azurerm_resource_group.ml.name
  retention_in_days            = 90
  local_authentication_enabled = false
  tags                         = local.tags
}

resource "azurerm_application_insights" "ml" {
  name                          = "appi-${local.name}"
  location                      = azurerm_resource_group.ml.location
  resource_group_name           = azurerm_resource_group.ml.name
  application_type              = "web"
  workspace_id                  = azurerm_log_analytics_workspace.ml.id
  local_authentication_disabled = true
  tags                          = local.tags
}
