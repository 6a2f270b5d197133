overrides = {
  size    = "large"
  network = { public = true }
  tags    = { team = "data", cost = "12" }
}
