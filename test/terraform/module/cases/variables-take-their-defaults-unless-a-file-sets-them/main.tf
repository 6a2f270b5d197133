variable "name" {
  type    = string
  default = "from-default"
}

variable "count_of_nodes" {
  default = 3
}

variable "tags" {
  default = { team = "ml", cost = 12 }
}

variable "zones" {
  default = ["1", "2"]
}

output "name" {
  value = var.name
}

output "nodes" {
  value = var.count_of_nodes
}

output "tags" {
  value = var.tags
}

output "zones" {
  value = var.zones
}
