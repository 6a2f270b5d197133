settings = {
  network = { public = true }
  zones   = ["1"]
  size    = "12"
  tags    = { team = "ml" }
}
