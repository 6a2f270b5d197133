user_assigned = true
existing      = "/subscriptions/s/id"
