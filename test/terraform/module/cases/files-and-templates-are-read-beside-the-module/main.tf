variable "name" {
  type = string
}

module "inner" {
  source = "./modules/inner"
  name   = var.name
}

output "inner" {
  value = module.inner.rendered
}

output "root_file" {
  value = trimspace(file("greeting.txt"))
}

output "module_path" {
  value = [path.module, module.inner.path, path.root]
}

output "exists" {
  value = [fileexists("${path.module}/greeting.txt"), fileexists("nowhere.txt")]
}

output "decoded" {
  value = jsondecode(file("${path.module}/settings.json")).size
}
