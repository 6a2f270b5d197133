variable "big" {
  type = number
}

output "big" {
  value = tostring(var.big)
}

output "more" {
  value = tostring(var.big + 1)
}

output "product" {
  value = tostring(var.big * var.big)
}

output "decimals" {
  value = [tostring(0.1), tostring(1.10), tostring(1e21), tostring(1 / 3)]
}

output "rounded" {
  value = [floor(2.7), ceil(2.1), abs(-3), max(1, 2.5, var.big), pow(2, 10), parseint("ff", 16)]
}
