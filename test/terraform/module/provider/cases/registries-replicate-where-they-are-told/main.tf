variable "registry" {
  type = object({
    sku     = optional(string, "Basic")
    admin   = optional(bool, false)
    regions = optional(map(object({ zones = optional(bool, true) })), {})
  })
  default = {}
}

resource "azurerm_container_registry" "this" {
  name          = "registry"
  location      = "westeurope"
  sku           = length(var.registry.regions) > 0 ? "Premium" : var.registry.sku
  admin_enabled = var.registry.admin

  dynamic "georeplications" {
    for_each = [for name in sort(keys(var.registry.regions)) : merge(var.registry.regions[name], { name = name })]
    content {
      location                = georeplications.value.name
      zone_redundancy_enabled = georeplications.value.zones
      tags                    = { position = georeplications.key }
    }
  }
}
