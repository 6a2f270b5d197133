variable "name" {}

resource "azurerm_virtual_network" "this" {
  name          = var.name
  location      = "westeurope"
  address_space = ["10.0.0.0/16"]
}

resource "azurerm_subnet" "this" {
  name                 = "nodes"
  virtual_network_name = azurerm_virtual_network.this.name
  address_prefixes     = [cidrsubnet(one(azurerm_virtual_network.this.address_space), 8, 1)]
  service_endpoints    = ["Microsoft.Storage", "Microsoft.KeyVault"]
}

output "subnet_id" {
  value = azurerm_subnet.this.id
}

output "location" {
  value = azurerm_virtual_network.this.location
}
