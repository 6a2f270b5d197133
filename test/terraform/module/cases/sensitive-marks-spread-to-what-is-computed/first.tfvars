secret = "hush"
plain  = "open"
