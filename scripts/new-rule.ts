import { main as generate } from "./generate.ts";
import { type Mode, readIfThere, say, write } from "./repository.ts";

/** `npm run new-rule -- group/defect`: both files of a rule, with an example that fails until the rule is written. */
export async function main(_mode: Mode, rest: readonly string[]): Promise<number> {
  const [id] = rest;
  if (id === undefined || !/^[a-z]+(-[a-z]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
    say("usage: npm run new-rule -- group/defect, such as compute/public-ip: it names what is wrong");
    return 2;
  }
  if (readIfThere(`rules/${id}.ts`) !== undefined) {
    say(`rules/${id}.ts is already there`);
    return 2;
  }
  write(`rules/${id}.ts`, code(id));
  write(`rules/${id}.md`, page(id));
  await generate("write");
  say(`wrote rules/${id}.ts and rules/${id}.md`);
  say("Next: choose its kind and severities, write the check, and make its page true:");
  say(`  npx vitest run test/rules -t ${id}`);
  say("Then npm run docs shows the diagnostic on the page, and npm run bundle puts the rule into dist/.");
  return 0;
}

function code(id: string): string {
  const words = id.split("/")[1]!.replaceAll("-", " ");
  return `import { defineRule } from "${"../".repeat(id.split("/").length)}src/engine/rule.ts";

export default defineRule({
  on: "compute.cluster",
  title: "${words[0]!.toUpperCase()}${words.slice(1)}",
  severity: { production: "error", "non-production": "warning", unclassified: "warning" },
  precision: "high",
  sources: ["terraform"],
  tags: [],
  check(cluster, context) {
    if (context.known(cluster.attributes.publicIp) !== true) return;
    // Report what is wrong; the example on the page says where.
  },
});
`;
}

function page(id: string): string {
  return `# ${id}

Say in a few sentences why this matters: what happens in Azure, to whom, and what it costs. A reader who
has never met the setting must understand what they are asked to change.

## Bad

### Terraform

\`\`\`terraform main.tf
resource "azurerm_machine_learning_compute_cluster" "training" {
  node_public_ip_enabled = true # <- reported
}
\`\`\`

## Good

### Terraform

\`\`\`terraform main.tf
resource "azurerm_machine_learning_compute_cluster" "training" {
  node_public_ip_enabled = false
}
\`\`\`

## Exceptions

None.

## References

- [Azure Machine Learning documentation](https://learn.microsoft.com/azure/machine-learning/)
`;
}
