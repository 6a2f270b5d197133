text   = true
number = "1e3"
flag   = false
