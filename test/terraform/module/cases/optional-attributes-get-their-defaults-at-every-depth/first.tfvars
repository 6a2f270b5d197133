settings = {
  name = "a"
}
