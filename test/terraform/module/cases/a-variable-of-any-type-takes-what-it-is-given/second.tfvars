anything = ["x", 1]
list     = [{ a = 1 }, { a = "b" }]
map      = { a = [1, 2], b = ["3"] }
