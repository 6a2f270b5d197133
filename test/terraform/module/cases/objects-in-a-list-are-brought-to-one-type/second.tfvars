pools = []
