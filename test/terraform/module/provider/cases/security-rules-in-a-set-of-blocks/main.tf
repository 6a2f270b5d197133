variable "ports" {
  type = map(list(number))
}

resource "azurerm_network_security_group" "this" {
  name     = "nsg"
  location = "westeurope"

  security_rule {
    name      = "static"
    priority  = 100
    direction = "Inbound"
    access    = "Deny"
  }

  dynamic "security_rule" {
    for_each = var.ports
    content {
      name                    = security_rule.key
      priority                = 200 + index(keys(var.ports), security_rule.key)
      direction               = "Inbound"
      access                  = "Allow"
      destination_port_ranges = security_rule.value
    }
  }
}
