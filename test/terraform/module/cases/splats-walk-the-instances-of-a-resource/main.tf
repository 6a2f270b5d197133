variable "nodes" {
  type = number
}

resource "terraform_data" "node" {
  count = var.nodes
  input = "node-${count.index}"
}

resource "terraform_data" "single" {
  input = { zones = ["a", "b"] }
}

output "inputs" {
  value = terraform_data.node[*].input
}

output "outputs" {
  value = terraform_data.node.*.input
}

output "ids" {
  value = terraform_data.node[*].id
}

output "single" {
  value = terraform_data.single[*].input
}

output "zones" {
  value = terraform_data.single.input.zones
}

output "joined" {
  value = join(",", terraform_data.node[*].input)
}

output "last" {
  value = try(terraform_data.node[var.nodes - 1].input, "none")
}
