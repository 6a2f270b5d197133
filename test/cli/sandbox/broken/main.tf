resource "azurerm_container_registry" "images" {
  name          = "images"
  admin_enabled = true
}

resource "azurerm_storage_account" "data" {
  name = "platformdata
}
