variable "given" {
  type    = string
  default = null
}

module "strict" {
  source = "./modules/inner"
  strict = var.given
  loose  = var.given
}

output "result" {
  value = module.strict.result
}
