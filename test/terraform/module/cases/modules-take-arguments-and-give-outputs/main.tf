variable "environment" {
  type = string
}

module "names" {
  source      = "./modules/names"
  environment = var.environment
  suffixes    = ["a", 2]
}

output "names" {
  value = module.names.names
}

output "whole" {
  value = module.names
}

output "id" {
  value = module.names.id
}
