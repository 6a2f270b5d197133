list = ["b", "a", 3]
set  = [3, 1, "2", 1]
map  = { a = 1, b = true }
pair = ["x", "5"]
sets = [["b", "a", "b"], []]
