names    = ["c"]
size     = "large"
settings = { a = "7" }
