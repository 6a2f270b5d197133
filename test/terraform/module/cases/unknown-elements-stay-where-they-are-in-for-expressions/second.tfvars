names = ["only"]
