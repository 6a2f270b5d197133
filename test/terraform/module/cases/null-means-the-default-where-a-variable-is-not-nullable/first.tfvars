strict  = null
lenient = null
