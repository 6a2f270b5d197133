variable "rules" {
  type    = object({ action = string, ranges = optional(list(string), []) })
  default = null
}

variable "retention" {
  type    = number
  default = null
}

variable "identities" {
  type    = list(string)
  default = []
}

resource "azurerm_storage_account" "this" {
  name = "sa"

  dynamic "network_rules" {
    for_each = var.rules[*]
    content {
      default_action = network_rules.value.action
      ip_rules       = network_rules.value.ranges
    }
  }

  blob_properties {
    versioning_enabled = true

    dynamic "delete_retention_policy" {
      for_each = var.retention == null ? [] : [var.retention]
      iterator = days
      content {
        days = days.value
      }
    }
  }
}

resource "azurerm_machine_learning_workspace" "this" {
  name = "ws"

  dynamic "identity" {
    for_each = length(var.identities) > 0 ? [1] : []
    content {
      type         = "UserAssigned"
      identity_ids = var.identities
    }
  }
}
