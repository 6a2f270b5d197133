names    = ["z"]
settings = { size = 5, other = 1 }
text     = "y"
