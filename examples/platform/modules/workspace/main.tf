data "azurerm_client_config" "current" {}

resource "azurerm_storage_account" "ml" {
  name                            = substr(replace("st${var.name}${var.suffix}", "-", ""), 0, 24)
  location                        = var.location
  resource_group_name             = var.resource_group
  account_tier                    = "Standard"
  account_replication_type        = var.storage.replication
  min_tls_version                 = var.storage.minimum_tls
  allow_nested_items_to_be_public = false
  public_network_access_enabled   = false
  tags                            = var.tags

  blob_properties {
    delete_retention_policy {
      days = 14
    }
  }
}

resource "azurerm_key_vault" "ml" {
  name                          = "kv-${var.name}-${var.suffix}"
  location                      = var.location
  resource_group_name           = var.resource_group
  tenant_id                     = data.azurerm_client_config.current.tenant_id
  sku_name                      = "standard"
  purge_protection_enabled      = true
  rbac_authorization_enabled    = true
  public_network_access_enabled = false
  tags                          = var.tags
}

resource "azurerm_log_analytics_workspace" "ml" {
  name                = "log-${var.name}"
  location            = var.location
  resource_group_name = var.resource_group
  retention_in_days   = 30
  tags                = var.tags
}

resource "azurerm_application_insights" "ml" {
  name                = "appi-${var.name}"
  location            = var.location
  resource_group_name = var.resource_group
  application_type    = "web"
  workspace_id        = azurerm_log_analytics_workspace.ml.id
  tags                = var.tags
}

resource "azurerm_container_registry" "ml" {
  name                          = replace("cr${var.name}${var.suffix}", "-", "")
  location                      = var.location
  resource_group_name           = var.resource_group
  sku                           = var.registry.sku
  admin_enabled                 = var.registry.admin_enabled
  public_network_access_enabled = var.registry.sku != "Premium"
  tags                          = var.tags
}

resource "azurerm_machine_learning_workspace" "ml" {
  name                          = "mlw-${var.name}"
  location                      = var.location
  resource_group_name           = var.resource_group
  application_insights_id       = azurerm_application_insights.ml.id
  key_vault_id                  = azurerm_key_vault.ml.id
  storage_account_id            = azurerm_storage_account.ml.id
  container_registry_id         = azurerm_container_registry.ml.id
  image_build_compute_name      = "cc-cpu"
  public_network_access_enabled = var.public
  tags                          = var.tags

  managed_network {
    isolation_mode = "AllowOnlyApprovedOutbound"
  }

  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_monitor_diagnostic_setting" "ml" {
  name                       = "audit"
  target_resource_id         = azurerm_machine_learning_workspace.ml.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.ml.id

  enabled_log {
    category_group = "audit"
  }
}
