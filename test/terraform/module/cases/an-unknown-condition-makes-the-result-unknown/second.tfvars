text = "y"
