yes = false
