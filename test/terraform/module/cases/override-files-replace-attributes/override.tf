output "size" {
  value = "size is ${var.size}"
}
