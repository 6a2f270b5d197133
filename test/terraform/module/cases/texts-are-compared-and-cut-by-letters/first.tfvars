text = "hello wörld"
