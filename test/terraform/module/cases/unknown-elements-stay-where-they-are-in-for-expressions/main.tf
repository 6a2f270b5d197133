variable "names" {
  type = set(string)
}

resource "terraform_data" "each" {
  for_each = var.names
  input    = each.key
}

output "ids" {
  value = { for key, data in terraform_data.each : key => data.id }
}

output "inputs" {
  value = { for key, data in terraform_data.each : key => data.input }
}

output "filtered_by_unknown" {
  value = [for key, data in terraform_data.each : key if data.id != ""]
}

output "keyed_by_unknown" {
  value = { for key, data in terraform_data.each : data.id => key }
}

output "list_of_ids" {
  value = [for data in terraform_data.each : data.id]
}

output "count_of_ids" {
  value = length([for data in terraform_data.each : data.id])
}
