locals {
  # What the workspace does with each of its resources, and nothing beyond.
  workspace_roles = {
    blobs    = { scope = azurerm_storage_account.ml.id, role = "Storage Blob Data Contributor" }
    files    = { scope = azurerm_storage_account.ml.id, role = "Storage File Data Privileged Contributor" }
    secrets  = { scope = azurerm_key_vault.ml.id, role = "Key Vault Secrets Officer" }
    key      = { scope = azurerm_key_vault_key.workspace.resource_versionless_id, role = "Key Vault Crypto Service Encryption User" }
    images   = { scope = azurerm_container_registry.ml.id, role = "AcrPush" }
    insights = { scope = azurerm_application_insights.ml.id, role = "Monitoring Metrics Publisher" }
    network  = { scope = azurerm_resource_group.ml.id, role = "Azure AI Enterprise Network Connection Approver" }
  }

  serving_roles = {
    blobs    = { scope = azurerm_storage_account.ml.id, role = "Storage Blob Data Reader" }
    images   = { scope = azurerm_container_registry.ml.id, role = "AcrPull" }
    insights = { scope = azurerm_application_insights.ml.id, role = "Monitoring Metrics Publisher" }
  }
}

resource "azurerm_user_assigned_identity" "workspace" {
  name                = "id-${local.name}-workspace"
  location            = azurerm_resource_group.ml.location
  resource_group_name = azurerm_resource_group.ml.name
  tags                = local.tags
}

resource "azurerm_user_assigned_identity" "serving" {
  name                = "id-${local.name}-serving"
  location            = azurerm_resource_group.ml.location
  resource_group_name = azurerm_resource_group.ml.name
  tags                = local.tags
}

resource "azurerm_user_assigned_identity" "kubernetes" {
  name                = "id-${local.name}-kubernetes"
  location            = azurerm_resource_group.ml.location
  resource_group_name = azurerm_resource_group.ml.name
  tags                = local.tags
}

resource "azurerm_role_assignment" "workspace" {
  for_each = local.workspace_roles

  scope                = each.value.scope
  role_definition_name = each.value.role
  principal_id         = azurerm_user_assigned_identity.workspace.principal_id
  principal_type       = "ServicePrincipal"
}

resource "azurerm_role_assignment" "serving" {
  for_each = local.serving_roles

  scope                = each.value.scope
  role_definition_name = each.value.role
  principal_id         = azurerm_user_assigned_identity.serving.principal_id
  principal_type       = "ServicePrincipal"
}

resource "azurerm_role_assignment" "kubernetes_network" {
  scope                = azurerm_subnet.kubernetes.id
  role_definition_name = "Network Contributor"
  principal_id         = azurerm_user_assigned_identity.kubernetes.principal_id
  principal_type       = "ServicePrincipal"
}

resource "azurerm_role_assignment" "data_scientists" {
  for_each = var.data_scientists

  scope                = azurerm_machine_learning_workspace.ml.id
  role_definition_name = "AzureML Data Scientist"
  principal_id         = each.value
  principal_type       = "Group"
}
