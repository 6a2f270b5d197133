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

variable "address_space" {
  description = "A /20 of which the cluster and the private endpoints take their subnets."
  type        = string
}

variable "storage_replication" {
  type    = string
  default = "ZRS"
}

variable "training" {
  description = "Training clusters by name; the one called cpu also builds the workspace's images."
  type = map(object({
    vm_size      = string
    priority     = optional(string, "Dedicated")
    max_nodes    = number
    idle_minutes = optional(number, 15)
  }))
}

variable "approved_domains" {
  description = "What computes in the managed network may reach on the internet, by the name of the rule."
  type        = map(string)
  default     = {}
}

variable "serving" {
  description = "The Kubernetes cluster on which endpoints run."
  type = object({
    sku_tier         = optional(string, "Standard")
    system_vm_size   = optional(string, "Standard_D4s_v5")
    system_nodes     = optional(number, 2)
    vm_size          = string
    nodes            = number
    highly_available = optional(bool, true)
    purpose          = optional(string, "FastProd")
    domain           = string
  })
}

variable "model" {
  description = "What the endpoints serve, and on how many instances."
  type = object({
    vm_size   = string
    instances = number
  })
}

variable "data_scientists" {
  description = "Object ids of the data scientists' groups."
  type        = set(string)
  default     = []
}
