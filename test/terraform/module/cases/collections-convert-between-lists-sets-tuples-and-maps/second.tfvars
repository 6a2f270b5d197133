list = []
set  = []
map  = {}
pair = [1, 2]
sets = []
