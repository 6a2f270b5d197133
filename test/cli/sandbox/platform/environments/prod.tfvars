private       = false
minimum_nodes = 2
workspace_id  = "/subscriptions/0/resourceGroups/prod/providers/Microsoft.MachineLearningServices/workspaces/prod"
