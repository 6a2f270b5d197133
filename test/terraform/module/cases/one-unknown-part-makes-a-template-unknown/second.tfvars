prefix = "other"
