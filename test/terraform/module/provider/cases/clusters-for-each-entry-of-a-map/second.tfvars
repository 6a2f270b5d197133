clusters = {}
