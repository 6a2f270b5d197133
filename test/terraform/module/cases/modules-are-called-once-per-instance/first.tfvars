workspaces = {
  ml   = { size = "large" }
  data = { size = "medium" }
}
replicas = 2
