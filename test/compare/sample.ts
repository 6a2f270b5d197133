import { rules } from "../../rules/index.ts";
import { exampleDate } from "../../scripts/example.ts";
import { compare } from "../../src/compare/compare.ts";
import type { Cell, Comparison, Row } from "../../src/compare/comparison.ts";
import { lintProject } from "../../src/lint.ts";
import { MemoryFiles, Texts } from "../../src/model/files.ts";
import type { Project } from "../../src/model/project.ts";
import { parseProject } from "../../src/parsers/project.ts";

export type Files = Readonly<Record<string, string>>;

/** Few rules, so that a new one changes no golden file. */
const sampleRules = [
  "compute/no-idle-shutdown",
  "compute/public-ip",
  "registry/admin-user",
  "secret/literal",
  "storage/old-tls",
  "workspace/public-access",
];

export interface CompareOptions {
  readonly paths?: readonly string[];
  readonly types?: readonly string[];
  readonly addresses?: readonly string[];
  readonly differencesOnly?: boolean;
  readonly environments?: readonly string[];
}

export async function readProject(files: Files, environments: readonly string[] = []) {
  const texts = new Texts(new MemoryFiles(files));
  const project: Project = await parseProject({ texts, paths: Object.keys(files), environments }, {});
  return { texts, project };
}

/** Reads, lints and compares files. */
export async function compareFiles(files: Files, options: CompareOptions = {}): Promise<Comparison> {
  const { texts, project } = await readProject(files, options.environments);
  const chosen = rules.filter(({ id }) => sampleRules.includes(id));
  const report = lintProject(project, texts, {
    ...{ configuration: {}, rules: chosen, today: exampleDate, version: "0.0.0" },
  });
  const { paths = [], types = [], addresses = [], differencesOnly = false } = options;
  return compare({ project, report, paths, filter: { types, addresses }, differencesOnly });
}

/** The row of a control, in the only resource of a kind. */
export function rowOf({ tables }: Comparison, kind: string, control: string): Row | undefined {
  const resources = tables.flatMap((table) => table.resources).filter((resource) => resource.kind === kind);
  if (resources.length > 1) throw new Error(`there are ${resources.length} of the kind ${kind}`);
  return resources[0]?.rows.find((row) => row.control === control);
}

/** What is said in each column: "default Enabled", "unknown", "set 4". */
export function saidIn(row: Row | undefined): string[] | undefined {
  return row?.cells.map(({ state, text }: Cell) => (text === "" ? state : `${state} ${text}`));
}

/** One platform with two environments: written, by default, unknown, not there, not expressible, secret and accepted. */
export const sampleFiles: Files = {
  "infra/main.tf": `terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 4.80"
    }
  }
}

variable "public" {
  type = bool
}

variable "tls" {
  type    = string
  default = "TLS1_2"
}

variable "gpu" {
  type    = bool
  default = false
}

variable "purge" {
  type = bool
}

variable "build" {
  type = string
}

resource "azurerm_machine_learning_workspace" "ml" {
  name                          = "ml"
  location                      = "westeurope"
  resource_group_name           = "ml"
  application_insights_id       = azurerm_application_insights.ml.id
  key_vault_id                  = azurerm_key_vault.ml.id
  storage_account_id            = azurerm_storage_account.ml.id
  container_registry_id         = azurerm_container_registry.ml.id
  public_network_access_enabled = var.public
  image_build_compute_name      = var.build

  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_storage_account" "ml" {
  name                     = "mlplatform"
  location                 = "westeurope"
  resource_group_name      = "ml"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
  min_tls_version          = var.tls
}

resource "azurerm_key_vault" "ml" {
  name                     = "kv-ml"
  location                 = "westeurope"
  resource_group_name      = "ml"
  tenant_id                = "00000000-0000-0000-0000-000000000000"
  sku_name                 = "standard"
  purge_protection_enabled = var.purge
}

resource "azurerm_container_registry" "ml" {
  name                = "mlplatform"
  location            = "westeurope"
  resource_group_name = "ml"
  sku                 = "Premium"
  # ml-lint ignore[registry/admin-user]: the partner's build agents cannot do otherwise
  admin_enabled = true
}

module "gpu" {
  source = "./modules/cluster"
  count  = var.gpu ? 1 : 0

  workspace_id = azurerm_machine_learning_workspace.ml.id
}

resource "azurerm_machine_learning_compute_instance" "ada" {
  name                          = "ada"
  machine_learning_workspace_id = azurerm_machine_learning_workspace.ml.id
  virtual_machine_size          = "Standard_DS3_v2"
}
`,
  "infra/modules/cluster/main.tf": `variable "workspace_id" {
  type = string
}

resource "azurerm_virtual_network" "ml" {
  name                = "ml"
  location            = "westeurope"
  resource_group_name = "ml"
  address_space       = ["10.0.0.0/16"]
}

resource "azurerm_subnet" "gpu" {
  name                 = "gpu"
  resource_group_name  = "ml"
  virtual_network_name = azurerm_virtual_network.ml.name
  address_prefixes     = ["10.0.0.0/24"]
}

resource "azurerm_machine_learning_compute_cluster" "gpu" {
  name                          = "gpu"
  location                      = "westeurope"
  machine_learning_workspace_id = var.workspace_id
  vm_size                       = "Standard_NC24ads_A100_v4"
  vm_priority                   = "Dedicated"
  node_public_ip_enabled        = true
  subnet_resource_id            = azurerm_subnet.gpu.id

  scale_settings {
    min_node_count                       = 0
    max_node_count                       = 4
    scale_down_nodes_after_idle_duration = "PT15M"
  }

  ssh {
    admin_username = "ml"
    admin_password = "correct horse battery"
  }
}
`,
  "infra/environments/dev.tfvars": 'public = true\npurge  = false\nbuild  = "cpu|<b>"\n',
  "infra/environments/prod.tfvars": 'public = true\ntls    = "TLS1_0"\ngpu    = true\nbuild  = "cpu"\n',
};
