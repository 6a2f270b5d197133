# What the expressions of cases/ may use. The test gives its evaluator the same values.
resource "terraform_data" "some" {}

locals {
  unknown        = jsondecode(terraform_data.some.id)
  unknown_id     = terraform_data.some.id
  unknown_string = tostring(jsondecode(terraform_data.some.id))
  unknown_number = tonumber(jsondecode(terraform_data.some.id))
  unknown_bool   = tobool(jsondecode(terraform_data.some.id))
  unknown_list   = local.unknown_bool ? null : split(",", terraform_data.some.id)
  unknown_set    = local.unknown_bool ? null : toset(split(",", terraform_data.some.id))
  unknown_map    = local.unknown_bool ? null : tomap({ for item in ["a"] : local.unknown_string => "b" })
  unknown_object = local.unknown_bool ? null : { a = "x", b = 1 }
  template       = "hello $${name}"
  broken         = "hello $${"
  secret         = sensitive("secret")
  secret_number  = sensitive(7)
  secret_list    = sensitive(["a", "b"])
  secret_map     = sensitive({ a = "1", b = "2" })
  secret_inside  = { a = sensitive("1"), b = "2" }
  secret_item    = ["a", sensitive("b")]
}
