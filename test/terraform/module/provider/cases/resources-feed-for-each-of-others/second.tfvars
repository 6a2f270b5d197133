subnets = { ml = "10.0.2.0/24" }
