variable "name" {
  type = string
}

variable "suffix" {
  type = string
}

variable "resource_group" {
  type = string
}

variable "location" {
  type = string
}

variable "public" {
  type = bool
}

variable "registry" {
  type = object({
    sku           = string
    admin_enabled = bool
  })
}

variable "storage" {
  type = object({
    replication = string
    minimum_tls = string
  })
}

variable "tags" {
  type = map(string)
}
