subnets = {
  nodes = { prefix = "10.0.1.0/24" }
  edge  = { prefix = "10.0.2.0/24", private = false }
}
