names = ["delta", "abc", "echo"]
pools = {
  gpu = { nodes = 2, kind = "user" }
  cpu = { nodes = 1, kind = "system" }
  arm = { nodes = 0, kind = "user" }
}
