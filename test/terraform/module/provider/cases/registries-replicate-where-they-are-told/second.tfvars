registry = {
  sku     = "Standard"
  admin   = "true"
  regions = { northeurope = {}, uksouth = { zones = false } }
}
