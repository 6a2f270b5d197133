zones = ["3"]
