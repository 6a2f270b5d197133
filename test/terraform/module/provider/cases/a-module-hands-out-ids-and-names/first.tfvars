name    = "net"
private = true
