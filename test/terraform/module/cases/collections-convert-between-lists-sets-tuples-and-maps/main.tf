variable "list" {
  type = list(string)
}

variable "set" {
  type = set(number)
}

variable "map" {
  type = map(string)
}

variable "pair" {
  type = tuple([string, number])
}

variable "sets" {
  type = list(set(string))
}

output "list" {
  value = var.list
}

output "set" {
  value = var.set
}

output "map" {
  value = var.map
}

output "pair" {
  value = var.pair
}

output "sets" {
  value = var.sets
}
