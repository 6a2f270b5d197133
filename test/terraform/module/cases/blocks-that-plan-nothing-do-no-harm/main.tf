terraform {
  required_version = ">= 1.5"
}

variable "size" {
  type = string

  validation {
    condition     = length(var.size) > 0
    error_message = "The size must not be empty."
  }

  validation {
    condition     = contains(["small", "large"], var.size)
    error_message = "The size must be small or large."
  }
}

resource "terraform_data" "new_name" {
  input = var.size

  lifecycle {
    ignore_changes        = [triggers_replace]
    create_before_destroy = true

    precondition {
      condition     = var.size != "medium"
      error_message = "No medium."
    }
  }

  provisioner "local-exec" {
    command = "echo ${self.id}"
  }
}

moved {
  from = terraform_data.old_name
  to   = terraform_data.new_name
}

removed {
  from = terraform_data.gone

  lifecycle {
    destroy = false
  }
}

check "size" {
  assert {
    condition     = var.size == "small"
    error_message = "Not small."
  }
}

output "size" {
  value      = terraform_data.new_name.input
  depends_on = [terraform_data.new_name]

  precondition {
    condition     = var.size != ""
    error_message = "Empty."
  }
}
