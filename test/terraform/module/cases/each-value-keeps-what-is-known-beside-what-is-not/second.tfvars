subnets = {}
