variable "environment" {
  description = "Short name of the environment, part of every resource's name."
  type        = string

  validation {
    condition     = contains(["dev", "prod"], var.environment)
    error_message = "The environment is dev or prod."
  }
}

variable "location" {
  type    = string
  default = "westeurope"
}

variable "cost_center" {
  type = string
}

variable "public_network_access" {
  description = "Whether the workspace and what it depends on are reachable from the internet."
  type        = bool
}

variable "registry" {
  type = object({
    sku           = string
    admin_enabled = optional(bool, false)
  })
}

variable "storage" {
  type = object({
    replication = string
    minimum_tls = optional(string, "TLS1_2")
  })
}

variable "training" {
  description = "Training clusters by name."
  type = map(object({
    vm_size      = string
    priority     = optional(string, "Dedicated")
    warm_nodes   = optional(number, 0)
    max_nodes    = number
    idle_minutes = optional(number, 15)
  }))
}

variable "analysts" {
  description = "One compute instance for each of them."
  type        = set(string)
  default     = []
}

variable "scoring" {
  type = object({
    purpose    = optional(string)
    vm_size    = string
    node_count = number
    domain     = optional(string)
  })
}

variable "scoring_certificate" {
  description = "Certificate, key and name under which production serves."
  type = object({
    certificate = string
    key         = string
    name        = string
  })
  default   = null
  sensitive = true
}

variable "data_scientists" {
  description = "Object ids of the data scientists' groups."
  type        = set(string)
  default     = []
}
