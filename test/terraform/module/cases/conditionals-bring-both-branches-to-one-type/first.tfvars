yes = true
