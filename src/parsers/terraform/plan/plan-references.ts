import type { Target } from "../../../model/tree.ts";
import type { JsonNode } from "../../json/syntax.ts";
import { itemsIn, objectIn, textIn, valueIn } from "./json-access.ts";

/** How many variables and outputs are followed on the way to a resource. */
const mostHops = 32;
const longestReference = 500;

/**
 * The resources that attributes refer to, as far as the configuration in the plan tells: it lists the references of an
 * expression without the expression, so only attributes that hold nothing but an id are followed.
 */
export class PlanReferences {
  readonly #root: string;
  readonly #configuration: JsonNode | undefined;
  readonly #resources = new Map<string, Map<string, JsonNode>>();

  /** `configuration` is the configuration of the root module. */
  constructor(root: string, configuration: JsonNode | undefined) {
    this.#root = root;
    this.#configuration = configuration;
  }

  /** The expressions of a resource, by its address in its module. */
  expressionsOf(calls: readonly string[], address: string): JsonNode | undefined {
    return objectIn(this.#resourcesIn(calls).get(address), "expressions");
  }

  /** What an expression in a module refers to. */
  targetOf(calls: readonly string[], expression: JsonNode | undefined): Target | undefined {
    return this.#follow(calls, onlyReference(expression), 0);
  }

  /** What each item of a list refers to, where the expression has one reference for each. */
  itemsOf(calls: readonly string[], expression: JsonNode | undefined, count: number): readonly Target[] {
    const targets = idsIn(expression).map((reference) => this.#follow(calls, reference, 0));
    const known = targets.filter((target) => target !== undefined);
    return known.length === count && known.length === targets.length ? known : [];
  }

  /** What a reference in a module means, as it is written. */
  meaningOf(calls: readonly string[], reference: string): Target | undefined {
    return this.#follow(calls, reference, 0);
  }

  #resourcesIn(calls: readonly string[]): ReadonlyMap<string, JsonNode> {
    const path = calls.join(".");
    let resources = this.#resources.get(path);
    if (!resources) {
      resources = new Map();
      for (const item of itemsIn(this.#module(calls), "resources")) resources.set(textIn(item, "address") ?? "", item);
      this.#resources.set(path, resources);
    }
    return resources;
  }

  #module(calls: readonly string[]): JsonNode | undefined {
    let module = this.#configuration;
    for (const call of calls) module = objectIn(objectIn(objectIn(module, "module_calls"), call), "module");
    return module;
  }

  #follow(calls: readonly string[], reference: string | undefined, hops: number): Target | undefined {
    if (reference === undefined || hops > mostHops) return undefined;
    const [first, second = "", third] = reference.split(".");
    if (first === "var") return this.#followVariable(calls, second, hops);
    if (first === "module" && third) return this.#followOutput(calls, second, third, hops);
    const match = /^((?:data\.)?[a-z][a-z0-9_]*\.[\w-]+(?:\[[^\]]*\])?)\.(id|name)$/.exec(reference);
    if (!match) return undefined;
    const path = calls.map((call) => `module.${call}.`).join("");
    return { root: this.#root, address: `${path}${match[1]}`, attribute: match[2]! };
  }

  #followVariable(calls: readonly string[], name: string, hops: number): Target | undefined {
    const call = calls.at(-1);
    if (call === undefined) return undefined;
    const outer = calls.slice(0, -1);
    const block = objectIn(objectIn(this.#module(outer), "module_calls"), call);
    return this.#follow(outer, onlyReference(valueIn(objectIn(block, "expressions"), name)), hops + 1);
  }

  #followOutput(calls: readonly string[], call: string, output: string, hops: number): Target | undefined {
    const inner = [...calls, call];
    const block = objectIn(objectIn(this.#module(inner), "outputs"), output);
    return this.#follow(inner, onlyReference(valueIn(block, "expression")), hops + 1);
  }
}

/** The reference of an expression that has just one; what it is a part of (`a.b` beside `a.b.id`) does not count. */
function onlyReference(expression: JsonNode | undefined): string | undefined {
  const [first, ...others] = referencesIn(expression);
  if (first === undefined || first.length > longestReference) return undefined;
  return others.every((other) => first.startsWith(other)) ? first : undefined;
}

/** The references of an expression without what they are a part of, which stands behind each. */
function idsIn(expression: JsonNode | undefined): string[] {
  let whole = "";
  return referencesIn(expression).filter((reference) => {
    if (reference.length > longestReference || (whole.startsWith(reference) && whole !== reference)) return false;
    whole = reference;
    return true;
  });
}

function referencesIn(expression: JsonNode | undefined): string[] {
  return itemsIn(expression, "references").flatMap((item) => (item.type === "string" ? [item.value] : []));
}
