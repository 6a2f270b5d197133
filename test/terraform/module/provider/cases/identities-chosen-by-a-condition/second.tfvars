user_assigned = false
