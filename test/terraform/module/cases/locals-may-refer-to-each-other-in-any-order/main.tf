variable "environment" {
  type = string
}

locals {
  full   = "${local.prefix}-${local.number}"
  number = length(local.prefix) + local.offset
}

locals {
  prefix = "ml-${var.environment}"
  offset = var.environment == "prod" ? 100 : 0
}

output "full" {
  value = local.full
}

output "nested" {
  value = { for key, value in { a = local.full, b = local.prefix } : key => upper(value) }
}
