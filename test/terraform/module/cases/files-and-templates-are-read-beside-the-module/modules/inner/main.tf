variable "name" {}

output "rendered" {
  value = templatefile("${path.module}/hello.tftpl", { name = var.name, items = ["x", "y"] })
}

output "path" {
  value = path.module
}
