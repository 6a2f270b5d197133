names = []
pools = {}
