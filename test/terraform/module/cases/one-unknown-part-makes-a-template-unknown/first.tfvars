prefix = "ml"
