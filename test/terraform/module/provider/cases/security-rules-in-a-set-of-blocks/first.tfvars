ports = { web = [443, 80], ssh = [22] }
