strict  = "given"
lenient = "given"
