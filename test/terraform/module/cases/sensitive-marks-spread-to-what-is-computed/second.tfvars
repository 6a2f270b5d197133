secret = ""
plain  = ""
