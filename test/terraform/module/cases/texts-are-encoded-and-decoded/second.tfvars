settings = "é"
