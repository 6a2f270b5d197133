settings = {
  public = "yes"
  zones  = ["1", "2"]
  size   = "large"
  a      = "here"
}
