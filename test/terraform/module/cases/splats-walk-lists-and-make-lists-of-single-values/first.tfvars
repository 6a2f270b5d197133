pools = [
  { name = "a", disks = [{ size = 1 }, { size = 2 }] },
  { name = "b", disks = [{ size = 3 }] },
]
single = { name = "one" }
