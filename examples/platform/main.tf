locals {
  name = "mlp-${var.environment}"
  tags = {
    environment = var.environment
    cost_center = var.cost_center
    platform    = "machine-learning"
  }
}

resource "random_string" "suffix" {
  length  = 6
  special = false
  upper   = false
}

resource "azurerm_resource_group" "ml" {
  name     = "rg-${local.name}"
  location = var.location
  tags     = local.tags
}

module "workspace" {
  source = "./modules/workspace"

  name           = local.name
  suffix         = random_string.suffix.result
  resource_group = azurerm_resource_group.ml.name
  location       = azurerm_resource_group.ml.location
  public         = var.public_network_access
  registry       = var.registry
  storage        = var.storage
  tags           = local.tags
}

module "training" {
  source   = "./modules/compute"
  for_each = var.training

  name         = each.key
  workspace_id = module.workspace.id
  location     = azurerm_resource_group.ml.location
  cluster      = each.value
  public_ip    = var.public_network_access
  tags         = local.tags
}

resource "azurerm_machine_learning_compute_instance" "analyst" {
  for_each = var.analysts

  name                          = "ci-${each.key}"
  machine_learning_workspace_id = module.workspace.id
  virtual_machine_size          = "Standard_DS3_v2"
  node_public_ip_enabled        = var.public_network_access
  local_auth_enabled            = false
  tags                          = local.tags

  identity {
    type = "SystemAssigned"
  }
}

module "scoring" {
  source = "./modules/scoring"

  name           = local.name
  workspace_id   = module.workspace.id
  resource_group = azurerm_resource_group.ml.name
  location       = azurerm_resource_group.ml.location
  cluster        = var.scoring
  certificate    = var.scoring_certificate
  tags           = local.tags

  log_analytics_id = module.workspace.log_analytics_id
}

resource "azurerm_role_assignment" "data_scientist" {
  for_each = var.data_scientists

  scope                = module.workspace.id
  role_definition_name = "AzureML Data Scientist"
  principal_id         = each.value
}
