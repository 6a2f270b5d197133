pools = {
  gpu = { size = "NC6", nodes = "3", zones = ["2", "1"], extra = true }
  cpu = { size = "D2" }
}
