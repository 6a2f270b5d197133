variable "text" {
  type = string
}

output "all" {
  value = [
    upper(var.text),
    title(var.text),
    substr(var.text, 0, 3),
    length(var.text),
    replace(var.text, "/[aeiou]/", "*"),
    replace(var.text, "l", "L"),
    split("l", var.text),
    join("|", reverse(split("", var.text))),
    trimprefix(var.text, "h"),
    format("%-8s|%5.2f|%v", var.text, 3.14159, [1, "a"]),
    regexall("[a-z]", var.text),
    strrev(var.text),
    startswith(var.text, "he"),
    strcontains(var.text, "é"),
  ]
}
