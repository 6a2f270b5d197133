variable "value" {
  type = string
}

module "one" {
  source = "./modules/one"
  value  = "${var.value}0"
}

output "value" {
  value = module.one.value
}
