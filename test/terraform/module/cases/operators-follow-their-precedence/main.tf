variable "a" {
  type = number
}

variable "b" {
  type = number
}

output "arithmetic" {
  value = [var.a + var.b * 2, (var.a + var.b) * 2, var.a - var.b - 1, -var.a + 1, var.a / 4, var.a % 3, 2 * -var.b]
}

output "logic" {
  value = [
    var.a > 1 && var.b > 1 || var.a == 7,
    !(var.a >= var.b),
    var.a != var.b,
    var.a <= 7 == true,
    var.a < var.b ? var.a > 0 : false,
  ]
}

output "equality" {
  value = [1 == 1.0, "1" == 1, "a" == "a", [1] == [1], { a = 1 } == { a = 1 }, null == null, tolist(["a"]) == ["a"]]
}

output "decimals" {
  value = [0.1 + 0.2, 1 / 3, 10 / 4, 1e3, 1.50]
}
