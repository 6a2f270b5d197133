variable "settings" {
  type = any
}

output "json" {
  value = jsonencode(var.settings)
}

output "decoded" {
  value = jsondecode(jsonencode({ a = [1, true, null], settings = var.settings }))
}

output "yaml" {
  value = yamlencode({ settings = var.settings })
}

output "base64" {
  value = base64encode(jsonencode(var.settings))
}

output "csv" {
  value = csvdecode("a,b\n1,2\n3,4")
}
