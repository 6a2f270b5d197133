variable "workspaces" {
  type = map(object({ size = string }))
}

variable "replicas" {
  type = number
}

module "workspace" {
  source   = "./modules/workspace"
  for_each = var.workspaces
  name     = each.key
  size     = each.value.size
}

module "replica" {
  source = "./modules/workspace"
  count  = var.replicas
  name   = "replica-${count.index}"
}

output "workspaces" {
  value = { for key, workspace in module.workspace : key => workspace.label }
}

output "replicas" {
  value = module.replica[*].label
}

output "ids" {
  value = [for workspace in module.workspace : workspace.id]
}

output "first" {
  value = try(module.replica[0].label, "none")
}

output "by_key" {
  value = try(module.workspace["ml"].label, "none")
}

output "whole" {
  value = module.workspace
}
