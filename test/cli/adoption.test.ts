import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { Repository } from "./repository.ts";
import { runIn } from "./running.ts";

beforeEach(() => {
  for (const name of ["GITHUB_ACTIONS", "TF_BUILD"]) vi.stubEnv(name, "");
  vi.stubEnv("FORCE_COLOR", "0");
});

const cluster = `variable "min_nodes" { type = number }
variable "public" { type = bool }

resource "azurerm_machine_learning_compute_cluster" "this" {
  name                          = "training"
  location                      = "westeurope"
  vm_priority                   = "Dedicated"
  vm_size                       = "STANDARD_DS3_V2"
  machine_learning_workspace_id = "/subscriptions/1/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/ml"
  node_public_ip_enabled        = var.public
  local_auth_enabled            = false

  scale_settings {
    min_node_count                       = var.min_nodes
    max_node_count                       = 8
    scale_down_nodes_after_idle_duration = "PT5M"
  }

  identity {
    type = "SystemAssigned"
  }
}
`;

const root = `variable "min_nodes" { type = number }
variable "environment" { type = string }

module "training" {
  source    = "./modules/compute"
  min_nodes = var.min_nodes
  public    = false
}
`;

const prod = 'min_nodes = 0\nenvironment = "prod"\n';

/** Two findings in production. */
function oldStorage(name: string): string {
  return `resource "azurerm_storage_account" "${name}" {
  name                     = "${name}\${var.environment}"
  resource_group_name      = "g"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
  min_tls_version          = "TLS1_0"
}
`;
}

const names = Array.from({ length: 20 }, (_, index) => `legacy${index}`);

/** A platform with forty old findings: every account takes an old TLS version, and keeps no deleted blobs. */
function platform(): Repository {
  return new Repository({
    "infra/main.tf": root,
    "infra/legacy.tf": names.map(oldStorage).join("\n"),
    "infra/environments/dev.tfvars": 'min_nodes = 0\nenvironment = "dev"\n',
    "infra/environments/prod.tfvars": prod,
    "infra/modules/compute/main.tf": cluster,
    "ml-lint.yaml": "rules:\n  storage/public-access: off\n",
  });
}

/** The findings on one line each. */
function lintLines(folder: string, ...words: readonly string[]) {
  return runIn(folder, "--format", "concise", ...words);
}

function lines(output: string): string[] {
  return output.split("\n").filter((line) => line !== "");
}

/** The change under review: the clusters of production keep three nodes, decided in a variable file. */
const busy = prod.replace("min_nodes = 0", "min_nodes = 3");

const idle = "infra/modules/compute/main.tf:14:44: error compute/idle-nodes: module.training.";

describe("a repository with forty old findings", { timeout: 60_000 }, () => {
  test("fails without a baseline", async () => {
    const { code, output } = await lintLines(platform().folder);
    expect(lines(output)).toHaveLength(40);
    expect(code).toBe(1);
  });

  test("passes once they are known, and says so", async () => {
    const { folder } = platform();
    const written = await runIn(folder, "--write-baseline");
    expect(written.complaints).toBe("Wrote ml-lint-baseline.json: 40 findings added.\n");
    const { code, output } = await runIn(folder);
    expect(output).toContain("No new findings.\n");
    expect(output).toContain("40 known findings are not shown (ml-lint-baseline.json).\n");
    expect([written.code, code]).toEqual([0, 0]);
  });

  test("fails for one that a variable file brings, at the line of the module", async () => {
    const repository = platform();
    await runIn(repository.folder, "--write-baseline");
    repository.write({ "infra/environments/prod.tfvars": busy });
    const { code, output } = await lintLines(repository.folder);
    expect(lines(output)).toEqual([expect.stringContaining(idle)]);
    expect(code).toBe(1);
  });

  test("says which known ones are gone, and forgets them when the baseline is written anew", async () => {
    const repository = platform();
    await runIn(repository.folder, "--write-baseline");
    repository.write({ "infra/legacy.tf": names.slice(2).map(oldStorage).join("\n") });
    const { output } = await runIn(repository.folder);
    const sentence =
      "36 known findings are not shown (ml-lint-baseline.json); 4 more in it no longer occur: run --write-baseline to remove them.";
    expect(output.replaceAll("\n", " ")).toContain(sentence);
    const { complaints } = await runIn(repository.folder, "--write-baseline");
    expect(complaints).toBe("Wrote ml-lint-baseline.json: 4 removed that no longer occur.\n");
    expect((await runIn(repository.folder)).output).toContain("36 known findings are not shown");
  });

  test("forgets nothing that a run did not look at", async () => {
    const repository = platform();
    await runIn(repository.folder, "--write-baseline");
    const before = readFileSync(join(repository.folder, "ml-lint-baseline.json"), "utf8");
    repository.write({ "other/main.tf": "locals {}\n" });
    await runIn(repository.folder, "--write-baseline", "other");
    await runIn(repository.folder, "--write-baseline", "--env", "dev");
    await runIn(repository.folder, "--write-baseline", "--rule", "storage/old-tls=off");
    expect(readFileSync(join(repository.folder, "ml-lint-baseline.json"), "utf8")).toBe(before);
  });

  test("forgets nothing where a file cannot be read, and fails for that", async () => {
    const repository = platform();
    await runIn(repository.folder, "--write-baseline");
    const before = readFileSync(join(repository.folder, "ml-lint-baseline.json"), "utf8");
    repository.write({ "infra/legacy.tf": 'resource "a" "b" {' });
    const { code, complaints } = await lintLines(repository.folder, "--write-baseline=copy.json");
    expect(complaints).toContain("failed: infra/legacy.tf:1:");
    expect(code).toBe(3);
    await lintLines(repository.folder, "--write-baseline");
    const after = readFileSync(join(repository.folder, "ml-lint-baseline.json"), "utf8");
    expect(before.split("\n").filter((line) => !after.includes(line.replace(/,$/, "")))).toEqual([]);
  });

  test("shows everything when asked", async () => {
    const { folder } = platform();
    await runIn(folder, "--write-baseline");
    expect(lines((await lintLines(folder, "--no-baseline")).output)).toHaveLength(40);
    const { output } = await runIn(folder, "--show-suppressed");
    expect(output.match(/error storage\/old-tls/g)).toHaveLength(20);
  });
});

describe("a review of one change", { timeout: 60_000 }, () => {
  test("shows the module's finding at the changed line of the variable file, and none of the forty", async () => {
    const repository = platform();
    repository.git("checkout", "--quiet", "-b", "topic");
    repository.write({ "infra/environments/prod.tfvars": busy });
    repository.commit();
    const { code, output } = await runIn(repository.folder, "--changed-since", "main", "--format", "github");
    expect(lines(output)).toHaveLength(1);
    expect(output).toMatch(/^::error file=infra\/environments\/prod\.tfvars,line=1,/);
    expect(output).toContain("Found at infra/modules/compute/main.tf:14.");
    expect(code).toBe(1);
  });

  test("says how many are left out", async () => {
    const { output, code } = await runIn(platform().folder, "--changed-since", "HEAD");
    expect(output).toContain("No new findings.\n");
    const sentence = "40 older findings are not shown, because nothing since HEAD touches them.";
    expect(output.replaceAll("\n", " ")).toContain(sentence);
    expect(code).toBe(0);
  });

  test("shows what the removal of a line brings, where the line was", async () => {
    const repository = platform();
    repository.write({ "infra/modules/compute/main.tf": cluster.replace(/\n *node_public_ip_enabled.*/, "") });
    const { output } = await runIn(repository.folder, "--changed-since", "HEAD", "--format", "github");
    expect(output).toMatch(/^::\w+ file=infra\/modules\/compute\/main\.tf,line=9,.*title=compute\/public-ip::/);
  });

  test("shows what the removal of a file brings, at the resource", async () => {
    const repository = platform();
    const extra =
      'resource "azurerm_storage_account" "new" {\n  min_tls_version = var.tls\n}\nvariable "tls" {\n  default = "TLS1_0"\n}\n';
    repository.write({ "infra/new.tf": extra, "infra/extra.auto.tfvars": 'tls = "TLS1_2"\n' });
    repository.commit();
    repository.remove("infra/extra.auto.tfvars");
    const { output } = await lintLines(repository.folder, "--changed-since", "HEAD");
    expect(output).toContain("infra/new.tf:2:21: error storage/old-tls");
  });

  test("counts what cannot be read, whoever changed it", async () => {
    const repository = platform();
    repository.write({ "infra/broken.tf": "resource {" });
    repository.commit();
    const { code, complaints } = await lintLines(repository.folder, "--changed-since", "HEAD");
    expect(complaints).toContain("failed: infra/broken.tf:1:");
    expect(code).toBe(3);
  });

  test("of files by their names looks at the whole project", async () => {
    const repository = platform();
    repository.write({ "infra/environments/prod.tfvars": busy });
    const { output, code } = await lintLines(repository.folder, "--focus", "infra/environments/prod.tfvars");
    expect(lines(output).some((line) => line.startsWith(idle))).toBe(true);
    expect(code).toBe(1);
    const other = await runIn(repository.folder, "--focus", "infra/environments/dev.tfvars");
    expect(other.output.replaceAll("\n", " ")).toContain(
      "elsewhere are not shown, because they do not touch the given paths.",
    );
    expect(other.code).toBe(0);
  });
});
