nodes = 0
