resource "azapi_resource" "attachment" {
  type      = "Microsoft.MachineLearningServices/workspaces/computes@2024-10-01"
  name      = "serving"
  parent_id = azurerm_machine_learning_workspace.ml.id
  location  = azurerm_resource_group.ml.location
  tags      = local.tags

  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.serving.id]
  }

  body = {
    properties = {
      computeType = "Kubernetes"
      resourceId  = azurerm_kubernetes_cluster.serving.id
      properties = {
        namespace           = "azureml-serving"
        defaultInstanceType = "small"
        instanceTypes = {
          small = {
            nodeSelector = { workload = "inference" }
            resources = {
              requests = { cpu = "500m", memory = "1Gi" }
              limits   = { cpu = "1", memory = "2Gi" }
            }
          }
          large = {
            nodeSelector = { workload = "inference" }
            resources = {
              requests = { cpu = "1", memory = "4Gi" }
              limits   = { cpu = "2", memory = "8Gi" }
            }
          }
        }
      }
    }
  }

  depends_on = [
    azurerm_kubernetes_cluster_extension.azureml,
    azurerm_kubernetes_cluster_trusted_access_role_binding.workspace,
  ]
}

# Requests come through the workspace's private endpoint, with tokens of Microsoft Entra.
resource "azapi_resource" "managed_endpoint" {
  type      = "Microsoft.MachineLearningServices/workspaces/onlineEndpoints@2024-10-01"
  name      = "churn-${local.name}"
  parent_id = azurerm_machine_learning_workspace.ml.id
  location  = azurerm_resource_group.ml.location
  tags      = local.tags

  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.serving.id]
  }

  body = {
    properties = {
      authMode            = "AADToken"
      publicNetworkAccess = "Disabled"
      traffic             = { blue = 100 }
    }
  }
}

resource "azapi_resource" "managed_deployment" {
  type      = "Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments@2024-10-01"
  name      = "blue"
  parent_id = azapi_resource.managed_endpoint.id
  location  = azurerm_resource_group.ml.location
  tags      = local.tags

  body = {
    sku = {
      name     = "Default"
      capacity = var.model.instances
    }
    properties = {
      endpointComputeType       = "Managed"
      instanceType              = var.model.vm_size
      egressPublicNetworkAccess = "Disabled"
      model                     = "azureml:churn:3"
    }
  }
}

resource "azapi_resource" "kubernetes_endpoint" {
  type      = "Microsoft.MachineLearningServices/workspaces/onlineEndpoints@2024-10-01"
  name      = "fraud-${local.name}"
  parent_id = azurerm_machine_learning_workspace.ml.id
  location  = azurerm_resource_group.ml.location
  tags      = local.tags

  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.serving.id]
  }

  body = {
    properties = {
      authMode = "AMLToken"
      compute  = azapi_resource.attachment.id
      traffic  = { blue = 100 }
    }
  }
}

resource "azapi_resource" "kubernetes_deployment" {
  type      = "Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments@2024-10-01"
  name      = "blue"
  parent_id = azapi_resource.kubernetes_endpoint.id
  location  = azurerm_resource_group.ml.location
  tags      = local.tags

  body = {
    sku = {
      name     = "Default"
      capacity = var.model.instances
    }
    properties = {
      endpointComputeType = "Kubernetes"
      instanceType        = "large"
      model               = "azureml:fraud:7"
    }
  }
}
