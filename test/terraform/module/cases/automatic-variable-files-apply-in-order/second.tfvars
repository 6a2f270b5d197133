d = "second.tfvars"
a = null
