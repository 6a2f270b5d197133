environments = ["dev"]
regions      = ["we"]
