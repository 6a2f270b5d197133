names = ["a", "b"]
loud  = true
