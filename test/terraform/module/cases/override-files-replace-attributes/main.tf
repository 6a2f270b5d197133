variable "size" {
  type    = string
  default = "small"
}

locals {
  tier = "basic"
  kept = "kept"
}

resource "terraform_data" "a" {
  input            = "original"
  triggers_replace = "kept"
}

output "size" {
  value = var.size
}

output "locals" {
  value = [local.tier, local.kept]
}
