import type { Environment } from "../../model/environment.ts";
import { homePage } from "../../report/documentation.ts";

/** A configuration with what was found, and with what else can be said in comments. */
export function configurationText(environments: readonly Environment[], version: string): string {
  const schema = `${homePage.replace("github.com", "raw.githubusercontent.com")}/v${version}/schemas/configuration.schema.json`;
  return `# yaml-language-server: $schema=${schema}
#
# What ml-lint checks below this folder. "ml-lint config" shows what is in force and where it comes from,
# "ml-lint rules" lists all rules, "ml-lint explain RULE" shows one.

# recommended: what suits nearly everyone. strict: also what houses with strict demands ask for. all: everything.
preset: recommended

${environmentsText(environments)}
# The severity of a rule: error, warning, note or off; everywhere, or by tier.
# rules:
#   compute/public-ip: error
#   compute/idle-nodes:
#     non-production: off

# Files that are not linted: patterns as in .gitignore, relative to this folder.
# exclude:
#   - legacy/

# Other settings for some files; the last that speaks of a rule wins.
# overrides:
#   - files: [sandbox/]
#     rules:
#       workspace/public-access: note

# Findings that are meant to be, where no comment is possible, as in JSON. In other files, a comment does it:
#   ml-lint ignore[compute/public-ip] until 2030-01-31: the private endpoints are on their way
# ignores:
#   - rules: [registry/admin-user]
#     resource: Microsoft.ContainerRegistry/registries/images
#     until: 2030-01-31
#     reason: The build server still logs in with a password.

# Rules that comments cannot ignore.
# locked:
#   - workspace/public-access
`;
}

function environmentsText(environments: readonly Environment[]): string {
  const intro =
    "# Severity follows the tier of an environment, which its name tells. Say here where it is another one.\n";
  if (environments.length === 0) {
    return `${intro}# environments:\n#   blue: production\n#   "live-*": production\n`;
  }
  const lines = environments.map(({ name, tier }) => {
    const open = tier === "unclassified" ? " # nothing tells: production or non-production?" : "";
    return `#   ${JSON.stringify(name)}: ${tier}${open}`;
  });
  return `${intro}# These were found:\n# environments:\n${lines.join("\n")}\n`;
}

export function hookText(version: string): string {
  return `repos:\n${hookEntry(version)}`;
}

export function hookEntry(version: string): string {
  return `  - repo: ${homePage}\n    rev: v${version}\n    hooks:\n      - id: ml-lint\n`;
}

const checkout = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1";
const upload = "github/codeql-action/upload-sarif@8aad20d150bbac5944a9f9d289da16a4b0d87c1e # v4.36.2";

/** A workflow that annotates pull requests and fills the tab of code scanning. */
export function workflowText(version: string): string {
  const action = `${homePage.replace("https://github.com/", "")}@v${version}`;
  return `name: ml-lint

on:
  pull_request:
  push:
    branches: [main]

permissions: {}

concurrency:
  group: ml-lint-\${{ github.ref }}
  cancel-in-progress: true

jobs:
  lint:
    name: Lint the Azure Machine Learning infrastructure
    runs-on: ubuntu-latest
    permissions:
      contents: read # to check out the code
      security-events: write # to fill the tab of code scanning
    steps:
      - uses: ${checkout}
        with:
          fetch-depth: 0
          persist-credentials: false
      # A tag that its owner could move: put the commit of the release in its place.
      - uses: ${action} # zizmor: ignore[unpinned-uses]
        with:
          sarif-file: ml-lint.sarif
      # A pull request from a fork may not write here.
      - if: always() && (github.event_name == 'push' || github.event.pull_request.head.repo.fork == false)
        uses: ${upload}
        with:
          sarif_file: ml-lint.sarif
          category: ml-lint
`;
}
