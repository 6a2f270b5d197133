resource "azurerm_machine_learning_workspace" "ml" {
  name                           = "mlw-${local.name}"
  location                       = azurerm_resource_group.ml.location
  resource_group_name            = azurerm_resource_group.ml.name
  application_insights_id        = azurerm_application_insights.ml.id
  key_vault_id                   = azurerm_key_vault.ml.id
  storage_account_id             = azurerm_storage_account.ml.id
  storage_account_access_type    = "Identity"
  container_registry_id          = azurerm_container_registry.ml.id
  image_build_compute_name       = "cpu"
  primary_user_assigned_identity = azurerm_user_assigned_identity.workspace.id
  public_network_access_enabled  = false
  v1_legacy_mode_enabled         = false
  high_business_impact           = true
  tags                           = local.tags

  managed_network {
    isolation_mode                = "AllowOnlyApprovedOutbound"
    provision_on_creation_enabled = true
  }

  encryption {
    key_vault_id              = azurerm_key_vault.ml.id
    key_id                    = azurerm_key_vault_key.workspace.id
    user_assigned_identity_id = azurerm_user_assigned_identity.workspace.id
  }

  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.workspace.id]
  }

  depends_on = [azurerm_role_assignment.workspace]
}

resource "azurerm_machine_learning_workspace_network_outbound_rule_fqdn" "approved" {
  for_each = var.approved_domains

  name             = each.key
  workspace_id     = azurerm_machine_learning_workspace.ml.id
  destination_fqdn = each.value
}

resource "azurerm_monitor_diagnostic_setting" "workspace" {
  name                       = "audit"
  target_resource_id         = azurerm_machine_learning_workspace.ml.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.ml.id

  enabled_log {
    category_group = "allLogs"
  }
}

resource "azurerm_machine_learning_compute_cluster" "training" {
  for_each = var.training

  name                          = each.key
  location                      = azurerm_resource_group.ml.location
  machine_learning_workspace_id = azurerm_machine_learning_workspace.ml.id
  vm_size                       = each.value.vm_size
  vm_priority                   = each.value.priority
  node_public_ip_enabled        = false
  local_auth_enabled            = false
  ssh_public_access_enabled     = false
  tags                          = local.tags

  scale_settings {
    min_node_count                       = 0
    max_node_count                       = each.value.max_nodes
    scale_down_nodes_after_idle_duration = "PT${each.value.idle_minutes}M"
  }

  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.workspace.id]
  }
}

resource "azurerm_machine_learning_datastore_blobstorage" "features" {
  name                       = "features"
  workspace_id               = azurerm_machine_learning_workspace.ml.id
  storage_container_id       = azurerm_storage_container.features.id
  service_data_auth_identity = "WorkspaceUserAssignedIdentity"
}

resource "azurerm_storage_container" "features" {
  name                  = "features"
  storage_account_id    = azurerm_storage_account.ml.id
  container_access_type = "private"
}
