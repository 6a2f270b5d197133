variable "value" {}

module "two" {
  source = "../two"
  value  = "${var.value}1"
}

output "value" {
  value = module.two.value
}
