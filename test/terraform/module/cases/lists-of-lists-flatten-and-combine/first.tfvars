environments = ["dev", "prod"]
regions      = ["we", "ne"]
