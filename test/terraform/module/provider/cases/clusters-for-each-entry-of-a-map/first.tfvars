clusters = {
  gpu = { size = "Standard_NC6s_v3", priority = "LowPriority", nodes = { max = 4 } }
  cpu = { size = "Standard_D4s_v5", public = false }
}
