variable "pools" {
  type = any
}

module "cluster" {
  source = "./modules/cluster"
  pools  = var.pools
}

output "pools" {
  value = module.cluster.pools
}

output "total" {
  value = module.cluster.total
}
