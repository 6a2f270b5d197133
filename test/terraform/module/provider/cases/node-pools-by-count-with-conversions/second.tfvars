pools = [{ size = "c" }]
