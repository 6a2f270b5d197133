subnets = { aks-nodes = "10.0.1.0/24", ml = "10.0.2.0/24" }
