resource "azurerm_resource_group" "platform" {
  name     = "platform"
  location = "westeurope"
}
