settings = {
  name    = "b"
  size    = null
  network = { public = true, ranges = null }
  notes   = "yes"
  pools = {
    gpu = { nodes = "4" }
    cpu = { spot = "true", unknown_attribute = 1 }
  }
}
