pools = [{ size = "a", nodes = 1 }, { size = "b", nodes = 2 }]
