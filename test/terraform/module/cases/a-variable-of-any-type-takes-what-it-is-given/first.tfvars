anything = { a = 1, b = [true, "x"] }
list     = [1, "two", false]
map      = { a = 1, b = "2" }
