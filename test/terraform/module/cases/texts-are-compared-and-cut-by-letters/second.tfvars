text = "héé"
