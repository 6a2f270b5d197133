workspaces = {}
replicas   = 0
