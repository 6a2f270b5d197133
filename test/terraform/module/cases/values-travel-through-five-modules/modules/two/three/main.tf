variable "value" {
  type = object({ text = string })
}

module "four" {
  source = "./four"
  for_each = { only = var.value }
  value  = each.value.text
}

output "value" {
  value = module.four["only"].value
}
