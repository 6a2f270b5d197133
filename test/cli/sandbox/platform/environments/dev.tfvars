private      = false
workspace_id = "/subscriptions/0/resourceGroups/dev/providers/Microsoft.MachineLearningServices/workspaces/dev"
