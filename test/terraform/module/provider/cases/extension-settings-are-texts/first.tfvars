secret = "hush"
