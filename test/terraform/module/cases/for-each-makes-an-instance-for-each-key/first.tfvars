pools = {
  gpu = { size = "NC6", nodes = 2 }
  cpu = { size = "D2" }
}
names = ["b", "a", "b"]
