settings = { b = "<x>", a = 1.5, list = [] }
