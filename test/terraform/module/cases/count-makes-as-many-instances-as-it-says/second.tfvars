nodes   = 1
enabled = false
