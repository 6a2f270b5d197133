pools = [{ name = "z", disks = [{ size = 9 }] }]
