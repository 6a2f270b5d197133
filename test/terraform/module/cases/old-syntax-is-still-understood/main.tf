variable "names" {
  type = list(string)
}

variable "settings" {
  type = map(string)
}

variable "text" {
  type = string
}

resource "terraform_data" "node" {
  count = "${length(var.names)}"
  input = "${element(var.names, count.index)}"
}

output "first" {
  value = "${var.names.0}"
}

output "inputs" {
  value = "${terraform_data.node.*.input}"
}

output "first_input" {
  value = "${terraform_data.node.0.input}"
}

output "size" {
  value = "${lookup(var.settings, "size", "small")}"
}

output "interpolated" {
  value = "${var.text}-${var.settings["size"]}"
}
