/** Inputs of the bench, made on the spot: believable in shape, exact in size. */
export type Input = Readonly<Record<string, string>>;

/** A Terraform root of about `resources` resources with a variable file per environment. */
export function terraformRoot(resources: number, environments: number): Input {
  const files: Record<string, string> = { "variables.tf": variables };
  const perFile = 50;
  for (let first = 0; first < resources; first += perFile) {
    const amount = Math.min(perFile, resources - first);
    files[`part${first / perFile}.tf`] = Array.from({ length: amount }, (_, index) => resource(first + index)).join(
      "\n",
    );
  }
  for (let index = 0; index < environments; index++) {
    const name = environmentName(index);
    files[`environments/${name}.tfvars`] = variableFile(name, index === 0);
  }
  return files;
}

const variables = `variable "environment" {
  type = string
}

variable "public" {
  type    = bool
  default = false
}

variable "nodes" {
  type = object({ least = optional(number, 0), most = number })
}

locals {
  name = "ml-\${var.environment}"
  tags = { environment = var.environment, owner = "platform" }
}
`;

function variableFile(name: string, production: boolean): string {
  return `environment = "${name}"\npublic = ${!production}\nnodes = { most = ${production ? 8 : 2} }\n`;
}

function resource(index: number): string {
  const kinds = [cluster, account, vault, registry];
  return kinds[index % kinds.length]!(index);
}

function cluster(index: number): string {
  return `resource "azurerm_machine_learning_compute_cluster" "c${index}" {
  name                          = "\${local.name}-c${index}"
  location                      = "westeurope"
  machine_learning_workspace_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ml"
  vm_size                       = "Standard_D4s_v5"
  vm_priority                   = "Dedicated"
  node_public_ip_enabled        = var.public
  tags                          = merge(local.tags, { index = "${index}" })

  scale_settings {
    min_node_count                       = var.nodes.least
    max_node_count                       = var.nodes.most
    scale_down_nodes_after_idle_duration = "PT15M"
  }
}
`;
}

function account(index: number): string {
  return `resource "azurerm_storage_account" "s${index}" {
  name                            = substr("st\${replace(local.name, "-", "")}${index}", 0, 24)
  location                        = "westeurope"
  resource_group_name             = "ml"
  account_tier                    = "Standard"
  account_replication_type        = var.public ? "LRS" : "ZRS"
  min_tls_version                 = "TLS1_2"
  allow_nested_items_to_be_public = false
  tags                            = local.tags
}
`;
}

function vault(index: number): string {
  return `resource "azurerm_key_vault" "k${index}" {
  name                       = "kv-\${local.name}-${index}"
  location                   = "westeurope"
  resource_group_name        = "ml"
  tenant_id                  = "00000000-0000-0000-0000-000000000000"
  sku_name                   = "standard"
  purge_protection_enabled   = true
  rbac_authorization_enabled = true
  tags                       = local.tags
}
`;
}

function registry(index: number): string {
  return `resource "azurerm_container_registry" "r${index}" {
  name                = "cr\${replace(local.name, "-", "")}${index}"
  location            = "westeurope"
  resource_group_name = "ml"
  sku                 = "Premium"
  admin_enabled       = false
  tags                = local.tags
}
`;
}

/** An ARM template of about `bytes` bytes, with a parameter file per environment. */
export function armTemplate(bytes: number, environments = 0): Input {
  const one = JSON.stringify(armResource(0), null, 2).length + 20;
  const resources = Array.from({ length: Math.ceil(bytes / one) }, (_, index) => armResource(index));
  const template = {
    $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
    contentVersion: "1.0.0.0",
    parameters: {
      location: { type: "string", defaultValue: "westeurope" },
      public: { type: "bool", defaultValue: false },
    },
    variables: { prefix: "[concat('ml', uniqueString(resourceGroup().id))]" },
    resources,
  };
  const files: Record<string, string> = { "main.json": JSON.stringify(template, null, 2) };
  for (let index = 0; index < environments; index++) {
    const parameters = { public: { value: index > 0 } };
    files[`main.${environmentName(index)}.parameters.json`] = JSON.stringify({ $schema: parameterSchema, parameters });
  }
  return files;
}

const parameterSchema = "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#";

function environmentName(index: number): string {
  return index === 0 ? "prod" : index === 1 ? "dev" : `test${index}`;
}

function armResource(index: number): object {
  return {
    type: "Microsoft.MachineLearningServices/workspaces/computes",
    apiVersion: "2025-06-01",
    name: `[concat(variables('prefix'), '/c', '${index}')]`,
    location: "[parameters('location')]",
    properties: {
      computeType: "AmlCompute",
      disableLocalAuth: true,
      properties: {
        vmSize: "Standard_D4s_v5",
        vmPriority: "Dedicated",
        enableNodePublicIp: "[parameters('public')]",
        scaleSettings: { minNodeCount: 0, maxNodeCount: "[add(2, 2)]", nodeIdleTimeBeforeScaleDown: "PT15M" },
      },
    },
  };
}
