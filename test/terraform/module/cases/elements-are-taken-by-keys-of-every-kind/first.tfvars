key   = "a"
index = 0
