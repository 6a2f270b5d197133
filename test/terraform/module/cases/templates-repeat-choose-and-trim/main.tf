variable "names" {
  type = list(string)
}

variable "loud" {
  type = bool
}

output "loop" {
  value = "%{for name in var.names}<${name}>%{endfor}"
}

output "indexed" {
  value = "%{for index, name in var.names}${index}=${name};%{endfor}"
}

output "choice" {
  value = "%{if var.loud}LOUD%{else}quiet%{endif}!"
}

output "without_else" {
  value = "a%{if var.loud}b%{endif}c"
}

output "stripped" {
  value = "x   ${~ "y" ~}   z"
}

output "escaped" {
  value = "$${not} %%{this} \"quoted\" \\ \t \u00e9"
}

output "heredoc" {
  value = <<-EOT
    names:
    %{~for name in var.names}
      - ${name}
    %{~endfor}
    end
  EOT
}

output "plain_heredoc" {
  value = <<EOT
  indented ${var.loud}
EOT
}

output "only" {
  value = "${var.names}"
}
