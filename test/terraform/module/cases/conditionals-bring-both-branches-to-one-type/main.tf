variable "yes" {
  type = bool
}

output "number_or_text" {
  value = var.yes ? 1 : "one"
}

output "bool_or_text" {
  value = var.yes ? true : "no"
}

output "null_or_text" {
  value = var.yes ? null : "text"
}

output "null_or_number_is_null" {
  value = (var.yes ? null : 5) == null
}

output "lists" {
  value = var.yes ? ["a"] : ["b", "c"]
}

output "mixed_lists" {
  value = var.yes ? [1, 2] : ["b"]
}

output "objects" {
  value = var.yes ? { a = 1, b = "x" } : { a = 2, b = "y" }
}

output "maps" {
  value = var.yes ? tomap({ a = 1 }) : tomap({ b = 2 })
}

output "empty" {
  value = var.yes ? [] : ["x"]
}

output "empty_object" {
  value = var.yes ? {} : { a = "b" }
}

output "nested" {
  value = var.yes ? (false ? "a" : "b") : (true ? "c" : "d")
}
