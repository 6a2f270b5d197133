pools = {}
