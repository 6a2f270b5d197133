variable "name" {
  type = string
}

variable "workspace_id" {
  type = string
}

variable "resource_group" {
  type = string
}

variable "location" {
  type = string
}

variable "cluster" {
  type = object({
    purpose    = string
    vm_size    = string
    node_count = number
    domain     = string
  })
}

variable "certificate" {
  type = object({
    certificate = string
    key         = string
    name        = string
  })
  sensitive = true
}

variable "log_analytics_id" {
  type = string
}

variable "tags" {
  type = map(string)
}

resource "azurerm_user_assigned_identity" "scoring" {
  name                = "id-${var.name}-scoring"
  location            = var.location
  resource_group_name = var.resource_group
  tags                = var.tags
}

resource "azurerm_kubernetes_cluster" "scoring" {
  name                    = "aks-${var.name}"
  location                = var.location
  resource_group_name     = var.resource_group
  dns_prefix              = "aks-${var.name}"
  sku_tier                = "Standard"
  private_cluster_enabled = true
  tags                    = var.tags

  default_node_pool {
    name       = "system"
    vm_size    = var.cluster.vm_size
    node_count = var.cluster.node_count
    zones      = ["1", "2", "3"]
  }

  oms_agent {
    log_analytics_workspace_id = var.log_analytics_id
  }

  network_profile {
    network_plugin = "azure"
    network_policy = "calico"
  }

  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_kubernetes_cluster_extension" "azureml" {
  name           = "azureml"
  cluster_id     = azurerm_kubernetes_cluster.scoring.id
  extension_type = "Microsoft.AzureML.Kubernetes"

  configuration_settings = {
    enableTraining = "True"
  }
}

resource "azurerm_machine_learning_inference_cluster" "scoring" {
  name                          = "scoring"
  location                      = var.location
  machine_learning_workspace_id = var.workspace_id
  kubernetes_cluster_id         = azurerm_kubernetes_cluster.scoring.id
  cluster_purpose               = var.cluster.purpose
  tags                          = var.tags

  dynamic "ssl" {
    for_each = var.certificate == null && var.cluster.domain == null ? [] : [var.cluster]

    content {
      cert              = try(var.certificate.certificate, null)
      key               = try(var.certificate.key, null)
      cname             = try(var.certificate.name, null)
      leaf_domain_label = ssl.value.domain
    }
  }

  identity {
    type = "UserAssigned"
  }
}
