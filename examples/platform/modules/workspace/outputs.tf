output "id" {
  value = azurerm_machine_learning_workspace.ml.id
}

output "storage_account_id" {
  value = azurerm_storage_account.ml.id
}

output "log_analytics_id" {
  value = azurerm_log_analytics_workspace.ml.id
}
