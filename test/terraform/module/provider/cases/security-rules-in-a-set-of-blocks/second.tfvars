ports = {}
