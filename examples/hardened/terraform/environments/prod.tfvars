environment   = "prod"
cost_center   = "4711"
address_space = "10.40.0.0/20"

training = {
  cpu = {
    vm_size   = "Standard_D8s_v5"
    max_nodes = 8
  }
  gpu = {
    vm_size   = "Standard_NC24ads_A100_v4"
    max_nodes = 4
  }
}

approved_domains = {
  pypi  = "pypi.org"
  files = "files.pythonhosted.org"
}

serving = {
  vm_size = "Standard_D8s_v5"
  nodes   = 4
  domain  = "scoring.contoso.example"
}

model = {
  vm_size   = "Standard_DS4_v2"
  instances = 3
}

data_scientists = ["7b0f6d1e-52d1-4d4f-9d8e-0b1f4a5c6d7e"]
