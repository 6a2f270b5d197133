variable "nodes" {
  type = number
}

variable "enabled" {
  type = bool
}

resource "terraform_data" "node" {
  count            = var.nodes
  input            = { index = count.index, name = format("node-%02d", count.index) }
  triggers_replace = [count.index]
}

resource "terraform_data" "maybe" {
  count = var.enabled ? 1 : 0
  input = "here"
}

output "count" {
  value = length(terraform_data.node)
}

output "maybe" {
  value = one(terraform_data.maybe[*].input)
}

output "maybe_or" {
  value = try(terraform_data.maybe[0].input, "not here")
}

output "conditional" {
  value = var.enabled ? terraform_data.maybe[0].input : "off"
}
