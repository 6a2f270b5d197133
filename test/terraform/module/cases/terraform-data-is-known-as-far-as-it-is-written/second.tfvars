input = "text"
