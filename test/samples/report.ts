import type { Finding, ResourceName, UndecidedCheck } from "../../src/engine/finding.ts";
import type { Report } from "../../src/engine/report.ts";
import { type Rule, register } from "../../src/engine/rule.ts";
import { type Environment, environmentNamed } from "../../src/model/environment.ts";
import { MemoryFiles, Texts } from "../../src/model/files.ts";
import type { Place } from "../../src/model/place.ts";
import type { Step } from "../../src/model/tree.ts";

const main = `resource "azurerm_machine_learning_compute_cluster" "training" {
  name                   = "training"
  node_public_ip_enabled = var.public_ip

\tscale_settings {
\t\tmin_node_count = 2 # 最小のノード数 🚀
\t\tmax_node_count = 1
\t}
}

resource "azurerm_machine_learning_workspace" "ml" {
  public_network_access_enabled = true
  tags = { note = "\u001b[31mred\u001b[0m ##vso[task.complete]", ${Array.from({ length: 40 }, (_, index) => `k${index} = ${index}`).join(", ")}, secret = "hunter2" }
}
`;

const files: Readonly<Record<string, string>> = {
  "infra/main.tf": main,
  "infra/environments/dev.tfvars": "public_ip = true\n",
  "infra/environments/prod.tfvars": 'public_ip = true\nadmin_password = "hunter2" # rotate\n',
  "odd name, 100%: ünï|code.json": '{\n  "a": [\n    1\n  ]\n}\n',
};

const texts = new Texts(new MemoryFiles(files));

const dev = environmentNamed("dev");
const prod = environmentNamed("prod");

/** The place of a piece of text, the how manieth of its file. */
function find(file: string, piece: string, nth = 1): Place {
  const text = texts.get(file)!;
  let at = text.text.indexOf(piece);
  for (let count = 1; count < nth; count++) at = text.text.indexOf(piece, at + 1);
  if (at < 0) throw new Error(`${piece} is not in ${file}`);
  return text.place(at, at + piece.length);
}

function resource(type: string, name: string, kind: string): ResourceName {
  const address = `${type}.${name}`;
  return { root: "infra", module: "", address, block: address, type, kind };
}

const cluster = resource("azurerm_machine_learning_compute_cluster", "training", "compute.cluster");
const workspace = resource("azurerm_machine_learning_workspace", "ml", "workspace");

function setIn(environment: Environment): Step {
  const file = `infra/environments/${environment.name}.tfvars`;
  return { at: find(file, "true"), text: `set in ${file}` };
}

const usesVariable: Step = { at: find("infra/main.tf", "var.public_ip"), text: "var.public_ip" };

const findings: readonly Finding[] = [
  {
    rule: "environment/secret-in-file",
    level: "error",
    message: 'The variable "admin_password" is given a secret that stands in the file.',
    help: "Move the secret to a key vault, and hand it over when Terraform runs.",
    at: find("infra/environments/prod.tfvars", '"hunter2"'),
    trail: [],
    related: [],
    environments: [prod],
    resource: undefined,
    attribute: undefined,
    sensitive: true,
    fingerprint: "0000000000000001",
  },
  {
    rule: "compute/public-ip",
    level: "error",
    message: 'The nodes of the compute cluster "training" get public IP addresses.',
    help: "Set node_public_ip_enabled = false, and give the compute a subnet.",
    at: find("infra/main.tf", "var.public_ip"),
    trail: [usesVariable, setIn(prod)],
    related: [setIn(prod), setIn(dev)],
    environments: [dev, prod],
    resource: cluster,
    attribute: "publicIp",
    changedAt: setIn(prod).at,
    fingerprint: "0000000000000002",
  },
  {
    rule: "compute/min-above-max",
    level: "error",
    message: 'The compute cluster "training" has a minimum of 2 nodes, which is above its maximum of 1.',
    help: "Set min_node_count = 0.",
    at: find("infra/main.tf", "2"),
    trail: [],
    related: [{ at: find("infra/main.tf", "max_node_count = 1"), text: "the verdict rests on this, too" }],
    environments: [dev, prod],
    resource: cluster,
    attribute: "minNodes",
    fingerprint: "0000000000000003",
  },
  {
    rule: "workspace/public-access",
    level: "warning",
    message:
      'The workspace "ml\n::error::injected | <script>alert(1)</script> \u001b[31mred\u001b[0m \u202e 🚀\t[x](y) @team `code` ##vso[task.complete]" can be reached from the internet; this sentence is long enough to be wrapped at eighty columns, and it names 最小のノード数 to see that wide characters count twice.',
    help: "Set public_network_access_enabled = false.",
    at: find("infra/main.tf", "true"),
    trail: [],
    related: [],
    environments: [prod],
    resource: { ...workspace, address: 'azurerm_machine_learning_workspace.ml["a|b\n<i>"]' },
    attribute: "publicAccess",
    fingerprint: "0000000000000004",
  },
  {
    rule: "workspace/tags",
    level: "note",
    message: "A line that is too long to be shown is cut around its value.",
    help: "Break the line.",
    at: find("infra/main.tf", "k20 = 20"),
    trail: [],
    related: [],
    environments: [environmentNamed("default")],
    resource: workspace,
    attribute: "tags",
    fingerprint: "0000000000000005",
  },
  {
    rule: "project/syntax-error",
    level: "error",
    message: "The file ends within a list.",
    help: "",
    at: find("odd name, 100%: ünï|code.json", "[\n    1\n  ]"),
    trail: [],
    related: [],
    environments: [],
    resource: undefined,
    attribute: undefined,
    fingerprint: "0000000000000006",
  },
  {
    rule: "project/syntax-error",
    level: "note",
    message: "A file that cannot be read has no code to show.",
    help: "Check the file.",
    at: { file: "gone\u001b[2J.yaml", start: { line: 7, column: 1 }, end: { line: 7, column: 1 } },
    trail: [],
    related: [],
    environments: [],
    resource: undefined,
    attribute: undefined,
    fingerprint: "0000000000000006",
  },
];

const undecided: readonly UndecidedCheck[] = [
  {
    rule: "compute/private-without-network",
    why: "var.subnet_id has no value",
    resource: cluster,
    at: find("infra/main.tf", "resource"),
    within: [],
    environments: [dev, prod],
  },
  {
    rule: "workspace/no-managed-network",
    why: "azurerm_subnet.ml.id is known only after apply",
    resource: workspace,
    at: find("infra/main.tf", "resource", 2),
    within: [],
    environments: [prod],
  },
  {
    rule: "workspace/no-private-endpoint",
    why: "var.subnet_id has no value",
    resource: workspace,
    at: find("infra/main.tf", "resource", 2),
    within: [],
    environments: [prod],
  },
];

function rule(id: string, title: string, securitySeverity?: number): Rule {
  return register(id, {
    on: "compute.cluster",
    title,
    severity: { production: "error", "non-production": "off", unclassified: "warning" },
    precision: "very-high",
    sources: ["terraform"],
    ...(securitySeverity !== undefined && { securitySeverity }),
    tags: ["network"],
    check: () => {},
  });
}

/** One report with everything that formats have to cope with, hostile texts included. */
export const sampleReport: Report = {
  version: "1.2.3",
  findings,
  suppressed: [{ finding: findings[1]!, reason: "a test", at: find("infra/main.tf", "tags"), by: "comment" }],
  known: { baseline: "ml-lint-baseline.json", findings: [findings[2]!], gone: 2 },
  leftOut: { findings: [findings[2]!, findings[3]!, findings[4]!], since: "origin/main" },
  undecided,
  roots: [
    { path: "infra", language: "terraform", environments: [dev, prod, environmentNamed("blue")] },
    { path: "", language: "commands", environments: [environmentNamed("default")] },
  ],
  files: new Map([
    ["terraform", 3],
    ["arm", 1],
  ]),
  counts: { error: 4, warning: 1, note: 2 },
  rules: new Map(
    [
      rule("compute/public-ip", "Compute nodes get public IP addresses", 7.5),
      rule("compute/min-above-max", "The minimum of nodes is above the maximum"),
      rule("workspace/public-access", "The workspace can be reached from the internet", 8),
    ].map((each) => [each.id, each]),
  ),
  failures: [
    {
      message: "odd name, 100%: ünï|code.json:2:8: The file ends within a list.",
      file: "odd name, 100%: ünï|code.json",
      ours: false,
    },
    {
      message:
        "the rule compute/odd failed on azurerm_subnet.x: oops\n::warning::injected. This is a defect of ml-lint; the other rules ran.",
      file: "infra/main.tf",
      ours: true,
    },
  ],
  texts,
};

const { known: _known, leftOut: _leftOut, ...unlimitedReport } = sampleReport;

/** A report of a project in which nothing is wrong. */
export const cleanReport: Report = {
  ...unlimitedReport,
  findings: [],
  suppressed: [],
  undecided: [],
  counts: { error: 0, warning: 0, note: 0 },
  failures: [],
};

/** A report in which nothing is new. */
export const nothingNewReport: Report = {
  ...cleanReport,
  known: { baseline: "ml-lint-baseline.json", findings, gone: 0 },
};

/** A report of a folder in which there is nothing for us. */
export const emptyReport: Report = { ...cleanReport, roots: [], files: new Map() };

const samplePage = `# compute/public-ip

Why it matters, with \`code\` and a [link](https://example.com/a),
on two lines.

## Bad

\`\`\`terraform
node_public_ip_enabled = true
\`\`\`
`;

export function sampleRulePage(id: string): string | undefined {
  return id === "compute/public-ip" ? samplePage : undefined;
}
