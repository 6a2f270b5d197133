import type { Context } from "../../src/engine/rule.ts";
import { defineRule } from "../../src/engine/rule.ts";
import type { Items } from "../../src/model/kinds.ts";
import type { Resource } from "../../src/model/resource.ts";

export default defineRule({
  on: "network.security-rule",
  title: "SSH or RDP is open to the internet in a subnet of Azure ML",
  severity: { production: "error", "non-production": "warning", unclassified: "warning" },
  precision: "high",
  securitySeverity: 8,
  sources: ["terraform", "arm"],
  tags: ["security", "network"],
  concerns: ({ attributes }, context) =>
    context
      .follow(attributes.securityGroup, "network.security-group")
      .some((group) => guardsMachineLearning(group, context)),
  check(rule, context) {
    const { direction, access, protocol, sources, destinationPorts, securityGroup } = rule.attributes;
    if (context.known(access) !== "Allow" || context.known(direction) !== "Inbound") return;
    if (/^(?:udp|icmp|ah|esp)$/i.test(String(context.known(protocol)))) return;
    const port = firstThat(context.known(destinationPorts), managementPortIn, context);
    const source = firstThat(context.known(sources), (text) => (isAnywhere(text) ? text : undefined), context);
    if (port === undefined || source === undefined) return;
    const groups = context.follow(securityGroup, "network.security-group");
    if (!groups.some((group) => guardsMachineLearning(group, context))) return;
    context.report({
      attribute: "sources",
      message: `${context.subject} lets ${source === "*" ? "anybody" : source} reach port ${port} of the nodes in a subnet of Azure ML.`,
      help: `Set ${context.name("sources")} to the range of your network, or use Azure Bastion.`,
    });
  },
});

type RuleContext = Context<"network.security-rule">;

/** The first item that is found; an unknown one leaves it open only where no other is. */
function firstThat(
  items: Items<string> | undefined,
  find: (text: string) => string | undefined,
  context: RuleContext,
): string | undefined {
  if (items === undefined) return undefined;
  for (const item of items) {
    const text = context.glimpse(item);
    const found = text === undefined ? undefined : find(text);
    if (found !== undefined) return found;
  }
  for (const item of items) context.known(item);
  return undefined;
}

function isAnywhere(source: string): boolean {
  return ["*", "0.0.0.0/0", "::/0", "0.0.0.0", "internet", "any"].includes(source.toLowerCase());
}

/** The management port in `22`, `20-30` or `*`. */
function managementPortIn(ports: string): string | undefined {
  if (ports === "*") return "22";
  const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(ports.replaceAll(" ", ""));
  if (!match) return undefined;
  const [first, last] = [Number(match[1]), Number(match[2] ?? match[1])];
  return ["22", "3389"].find((port) => first <= Number(port) && Number(port) <= last);
}

/** Whether a subnet of the group holds computes. */
function guardsMachineLearning(group: Resource<"network.security-group">, context: RuleContext): boolean {
  const associated = context
    .pointingTo(group, "network.security-group-association", "securityGroup")
    .flatMap((association) => context.follow(association.attributes.subnet, "subnet"));
  const subnets = [...associated, ...context.pointingTo(group, "subnet", "securityGroup")];
  return subnets.some((subnet) => holdsComputes(subnet, context));
}

function holdsComputes(subnet: Resource<"subnet">, context: RuleContext): boolean {
  return (
    context.pointingTo(subnet, "compute.cluster", "subnet").length > 0 ||
    context.pointingTo(subnet, "compute.instance", "subnet").length > 0 ||
    context.pointingTo(subnet, "workspace", "serverlessSubnet").length > 0
  );
}
