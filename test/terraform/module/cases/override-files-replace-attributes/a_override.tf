variable "size" {
  default = "from-override"
}

locals {
  tier = "premium"
}

resource "terraform_data" "a" {
  input = "overridden-${var.size}"
}
