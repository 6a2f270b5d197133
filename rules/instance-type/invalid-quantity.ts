import { type Context, defineRule } from "../../src/engine/rule.ts";
import { comparePlaces } from "../../src/model/place.ts";
import { parseQuantity } from "../../src/model/quantity.ts";
import type { Resource } from "../../src/model/resource.ts";

const amounts = ["cpuRequest", "memoryRequest", "cpuLimit", "memoryLimit"] as const;

type Amount = (typeof amounts)[number];

const words = {
  cpuRequest: "requests.cpu",
  memoryRequest: "requests.memory",
  cpuLimit: "limits.cpu",
  memoryLimit: "limits.memory",
} as const;

export default defineRule({
  on: "instance-type",
  title: "An instance type whose cpu or memory is missing or no quantity",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  sources: ["kubernetes", "arm", "terraform", "azureml"],
  tags: ["correctness"],
  check(type, context) {
    for (const amount of amounts) {
      const value = context.glimpse(type.attributes[amount]);
      if (value !== undefined) judge(amount, String(value), context);
    }
    if (type.source === "kubernetes") reportMissing(type, context);
    for (const amount of amounts) context.known(type.attributes[amount]);
  },
});

function judge(amount: Amount, text: string, context: Context<"instance-type">): void {
  const quantity = parseQuantity(text);
  if (quantity !== undefined && quantity > 0) return;
  const defect = quantity === undefined ? "is not a Kubernetes quantity" : "is not above zero";
  const example = amount.startsWith("cpu")
    ? 'a number of cores such as "2" or "500m"'
    : 'a number with a suffix such as "4Gi" or "512Mi"';
  context.report({
    attribute: amount,
    message: `${context.subject} sets ${words[amount]} to "${text}", which ${defect}, so that the type cannot be created.`,
    help: `Set ${words[amount]} to ${example}.`,
  });
}

/** One finding for all that one block lacks. */
function reportMissing(type: Resource<"instance-type">, context: Context<"instance-type">): void {
  const { attributes } = type;
  const missing = amounts.filter((amount) => attributes[amount].state === "absent");
  const isFirst = (amount: Amount, index: number) =>
    !missing.slice(0, index).some((other) => inSameBlock(other, amount));
  const inSameBlock = (one: Amount, other: Amount) => comparePlaces(attributes[one].at, attributes[other].at) === 0;
  for (const first of missing.filter(isFirst)) {
    const lacking = listed(missing.filter((amount) => inSameBlock(first, amount)).map((amount) => words[amount]));
    context.report({
      attribute: first,
      message: `${context.subject} lacks ${lacking}, without which the type cannot be created.`,
      help: `Add ${lacking} below spec.resources.`,
    });
  }
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
