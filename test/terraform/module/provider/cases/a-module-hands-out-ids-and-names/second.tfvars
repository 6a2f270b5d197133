name    = "net"
private = false
