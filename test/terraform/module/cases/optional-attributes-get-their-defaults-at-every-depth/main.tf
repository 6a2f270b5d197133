variable "settings" {
  type = object({
    name = string
    size = optional(string, "small")
    network = optional(object({
      public = optional(bool, false)
      ranges = optional(list(string), ["10.0.0.0/8"])
    }), {})
    notes = optional(string)
    pools = optional(map(object({
      nodes = optional(number, 1)
      spot  = optional(bool)
    })), {})
  })
}

output "settings" {
  value = var.settings
}

output "public" {
  value = var.settings.network.public
}

output "notes_given" {
  value = var.settings.notes != null
}
