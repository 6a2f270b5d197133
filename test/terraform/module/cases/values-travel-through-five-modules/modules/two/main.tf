variable "value" {}

module "three" {
  source = "./three"
  value  = { text = "${var.value}2" }
}

output "value" {
  value = module.three.value
}
