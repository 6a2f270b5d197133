environment = "dev"
public      = true
