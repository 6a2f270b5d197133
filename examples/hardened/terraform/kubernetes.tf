resource "azurerm_kubernetes_cluster" "serving" {
  name                              = "aks-${local.name}"
  location                          = azurerm_resource_group.ml.location
  resource_group_name               = azurerm_resource_group.ml.name
  dns_prefix                        = "aks-${local.name}"
  sku_tier                          = var.serving.sku_tier
  private_cluster_enabled           = true
  private_dns_zone_id               = "System"
  role_based_access_control_enabled = true
  local_account_disabled            = true
  azure_policy_enabled              = true
  oidc_issuer_enabled               = true
  workload_identity_enabled         = true
  automatic_upgrade_channel         = "patch"
  node_os_upgrade_channel           = "NodeImage"
  tags                              = local.tags

  default_node_pool {
    name                   = "system"
    vm_size                = var.serving.system_vm_size
    node_count             = var.serving.system_nodes
    zones                  = ["1", "2", "3"]
    vnet_subnet_id         = azurerm_subnet.kubernetes.id
    node_public_ip_enabled = false

    upgrade_settings {
      max_surge = "33%"
    }
  }

  azure_active_directory_role_based_access_control {
    azure_rbac_enabled = true
  }

  network_profile {
    network_plugin      = "azure"
    network_plugin_mode = "overlay"
    network_policy      = "cilium"
    network_data_plane  = "cilium"
    load_balancer_sku   = "standard"
  }

  oms_agent {
    log_analytics_workspace_id      = azurerm_log_analytics_workspace.ml.id
    msi_auth_for_monitoring_enabled = true
  }

  monitor_metrics {}

  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.kubernetes.id]
  }
}

resource "azurerm_kubernetes_cluster_node_pool" "inference" {
  name                   = "inference"
  kubernetes_cluster_id  = azurerm_kubernetes_cluster.serving.id
  mode                   = "User"
  vm_size                = var.serving.vm_size
  node_count             = var.serving.nodes
  zones                  = ["1", "2", "3"]
  vnet_subnet_id         = azurerm_subnet.kubernetes.id
  node_public_ip_enabled = false
  tags                   = local.tags

  node_labels = {
    workload = "inference"
  }
}

resource "azurerm_kubernetes_cluster_trusted_access_role_binding" "workspace" {
  name                  = "azureml"
  kubernetes_cluster_id = azurerm_kubernetes_cluster.serving.id
  source_resource_id    = azurerm_machine_learning_workspace.ml.id
  roles                 = ["Microsoft.MachineLearningServices/workspaces/mlworkload"]
}

resource "azurerm_kubernetes_cluster_extension" "azureml" {
  name              = "azureml"
  cluster_id        = azurerm_kubernetes_cluster.serving.id
  extension_type    = "Microsoft.AzureML.Kubernetes"
  release_train     = "stable"
  release_namespace = "azureml"

  # The second half is what az k8s-extension would fill in by itself.
  configuration_settings = {
    enableTraining               = "False"
    enableInference              = "True"
    inferenceRouterServiceType   = "loadBalancer"
    internalLoadBalancerProvider = "azure"
    inferenceRouterHA            = var.serving.highly_available ? "True" : "False"
    clusterPurpose               = var.serving.purpose
    sslSecret                    = "scoring-certificate"
    sslCname                     = var.serving.domain

    cluster_name           = azurerm_kubernetes_cluster.serving.id
    cluster_name_friendly  = azurerm_kubernetes_cluster.serving.name
    clusterId              = azurerm_kubernetes_cluster.serving.id
    domain                 = "${azurerm_resource_group.ml.location}.cloudapp.azure.com"
    location               = azurerm_resource_group.ml.location
    jobSchedulerLocation   = azurerm_resource_group.ml.location
    "nginxIngress.enabled" = "true"
    "relayserver.enabled"  = "false"
    "servicebus.enabled"   = "false"
    "scoringFe.sslSecret"  = "scoring-certificate"

    "prometheus.prometheusSpec.externalLabels.cluster_name" = azurerm_kubernetes_cluster.serving.id
  }

  depends_on = [azurerm_kubernetes_cluster_node_pool.inference]
}
