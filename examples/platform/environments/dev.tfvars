environment           = "dev"
cost_center           = "4711"
public_network_access = true

registry = {
  sku = "Basic"
}

storage = {
  replication = "LRS"
}

training = {
  cpu = {
    vm_size   = "Standard_DS3_v2"
    max_nodes = 2
  }
}

analysts = ["ada", "grace"]

scoring = {
  purpose    = "DevTest"
  vm_size    = "Standard_D4s_v5"
  node_count = 1
  domain     = "contoso-scoring-dev"
}
