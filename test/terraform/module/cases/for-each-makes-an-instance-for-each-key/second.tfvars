pools = {}
names = []
