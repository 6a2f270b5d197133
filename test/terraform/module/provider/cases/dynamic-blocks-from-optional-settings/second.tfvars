rules      = { action = "Deny", ranges = ["10.0.0.1", "10.0.0.0"] }
retention  = 7
identities = ["/subscriptions/s/b", "/subscriptions/s/a"]
