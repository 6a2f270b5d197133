value = "a"
