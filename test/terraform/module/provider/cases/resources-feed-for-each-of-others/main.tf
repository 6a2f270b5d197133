variable "subnets" {
  type = map(string)
}

resource "azurerm_subnet" "this" {
  for_each         = var.subnets
  name             = each.key
  address_prefixes = [each.value]

  dynamic "delegation" {
    for_each = startswith(each.key, "aks") ? { aks = ["join"] } : {}
    content {
      name = delegation.key

      service_delegation {
        name    = upper(delegation.key)
        actions = delegation.value
      }
    }
  }
}

resource "azurerm_role_assignment" "this" {
  for_each             = azurerm_subnet.this
  scope                = each.value.id
  role_definition_name = "Network Contributor"
  principal_id         = each.value.name
}

resource "azurerm_key_vault" "this" {
  name                       = "kv"
  soft_delete_retention_days = length(azurerm_subnet.this) * 7

  network_acls {
    default_action             = "Deny"
    bypass                     = "AzureServices"
    virtual_network_subnet_ids = [for subnet in azurerm_subnet.this : subnet.id]
    ip_rules                   = flatten([for subnet in azurerm_subnet.this : subnet.address_prefixes])
  }
}
