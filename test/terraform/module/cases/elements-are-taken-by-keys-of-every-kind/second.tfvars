key   = "1"
index = 2
