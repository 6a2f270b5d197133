secret   = "hush"
settings = { enableTraining = false, replicas = 3 }
