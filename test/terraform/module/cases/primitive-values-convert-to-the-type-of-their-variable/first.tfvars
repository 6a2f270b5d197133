text   = 12.50
number = "42"
flag   = "true"
