pools = [{ name = "a" }, { name = "b", size = 5 }]
