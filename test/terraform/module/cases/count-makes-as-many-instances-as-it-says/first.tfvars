nodes   = 2
enabled = true
