environment         = "dev"
cost_center         = "4712"
address_space       = "10.41.0.0/20"
storage_replication = "LRS"

training = {
  cpu = {
    vm_size      = "Standard_D4s_v5"
    priority     = "LowPriority"
    max_nodes    = 2
    idle_minutes = 5
  }
}

approved_domains = {
  pypi  = "pypi.org"
  files = "files.pythonhosted.org"
}

serving = {
  sku_tier         = "Free"
  system_nodes     = 1
  vm_size          = "Standard_D4s_v5"
  nodes            = 1
  highly_available = false
  purpose          = "DevTest"
  domain           = "scoring.dev.contoso.example"
}

model = {
  vm_size   = "Standard_DS3_v2"
  instances = 1
}

data_scientists = ["2c9e1b7a-88a4-4f0b-9a53-5b8f1c2d3e4f"]
