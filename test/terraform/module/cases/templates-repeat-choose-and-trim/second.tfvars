names = []
loud  = false
