names    = ["a", "b"]
settings = { size = "large" }
text     = "x"
