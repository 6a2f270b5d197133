names = ["b", "a"]
