variable "settings" {
  type    = any
  default = {}
}

variable "secret" {
  type      = string
  sensitive = true
}

resource "azurerm_kubernetes_cluster" "this" {
  name = "aks"
}

resource "azurerm_kubernetes_cluster_extension" "this" {
  name           = "azureml"
  cluster_id     = azurerm_kubernetes_cluster.this.id
  extension_type = "microsoft.azureml.kubernetes"
  configuration_settings = merge(
    {
      enableTraining              = true
      enableInference             = "true"
      inferenceRouterServiceType  = "LoadBalancer"
      "nodeSelector.pool"         = "ml"
      "cluster.fqdn"              = azurerm_kubernetes_cluster.this.fqdn
    },
    var.settings,
  )
  configuration_protected_settings = { "scoringFe.sslKey" = var.secret }
}
