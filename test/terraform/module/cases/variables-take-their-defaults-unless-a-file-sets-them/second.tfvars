name           = "from-file"
count_of_nodes = 7
tags           = { team = "data" }
zones          = []
