environment           = "prod"
public_network_access = true # until the private endpoints are there

registry = {
  sku           = "Premium"
  admin_enabled = true
}

storage = {
  replication = "ZRS"
  minimum_tls = "TLS1_1"
}

training = {
  cpu = {
    vm_size   = "Standard_D8s_v5"
    max_nodes = 8
  }
  gpu = {
    vm_size    = "Standard_NC24ads_A100_v4"
    warm_nodes = 2
    max_nodes  = 4
  }
}

scoring = {
  vm_size    = "Standard_D4s_v5"
  node_count = 2
  domain     = "contoso-scoring"
}

scoring_certificate = {
  certificate = "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t"
  key         = "bm90IGEgcmVhbCBrZXk="
  name        = "scoring.contoso.example"
}
