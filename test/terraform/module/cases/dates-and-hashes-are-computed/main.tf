variable "start" {
  type = string
}

output "later" {
  value = timeadd(var.start, "36h")
}

output "formatted" {
  value = formatdate("DD MMM YYYY hh:mm", var.start)
}

output "compared" {
  value = timecmp(var.start, "2026-01-01T00:00:00Z")
}

output "hashes" {
  value = [md5(var.start), sha1(var.start), sha256(var.start), uuidv5("dns", "example.com")]
}

output "now" {
  value = timestamp() == ""
}

output "network" {
  value = [cidrhost("10.0.0.0/16", 5), cidrsubnet("10.0.0.0/16", 8, 2), cidrnetmask("10.0.0.0/20")]
}
