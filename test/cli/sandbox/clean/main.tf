resource "azurerm_storage_account" "data" {
  name                     = "platformdata"
  resource_group_name      = "platform"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
  min_tls_version          = "TLS1_2"
}
