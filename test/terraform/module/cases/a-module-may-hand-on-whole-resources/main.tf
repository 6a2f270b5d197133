variable "name" {
  type = string
}

resource "terraform_data" "group" {
  input = { name = var.name, location = "westeurope" }
}

module "consumer" {
  source = "./modules/consumer"
  group  = terraform_data.group
  groups = { main = terraform_data.group }
}

output "location" {
  value = module.consumer.location
}

output "names" {
  value = module.consumer.names
}

output "id" {
  value = module.consumer.id
}
