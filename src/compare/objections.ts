import type { Finding } from "../engine/finding.ts";
import type { Level } from "../engine/level.ts";
import type { Report } from "../engine/report.ts";
import type { Resource } from "../model/resource.ts";

/** What a rule has against a resource in one environment. */
export interface Objection {
  readonly rule: string;
  readonly level: Level;
  readonly message: string;
  readonly attribute: string;
  /** Why a comment accepts it. */
  readonly accepted?: string;
}

/** The findings of a report by the resource and environment that they hold for. */
export class Objections {
  readonly #byResource = new Map<string, Objection[]>();

  constructor({ findings, suppressed }: Pick<Report, "findings" | "suppressed">) {
    for (const finding of findings) this.#add(finding);
    for (const { finding, reason } of suppressed) this.#add(finding, reason);
  }

  /** All that is said against a resource in its environment. */
  to(resource: Resource): readonly Objection[] {
    const { root, address } = resource.identity;
    return this.#byResource.get(keyOf(resource.kind, root, address, resource.environment.name)) ?? [];
  }

  #add({ rule, message, attribute = "", resource, verdicts = [] }: Finding, accepted?: string): void {
    if (!resource) return;
    const seen = new Set<string>();
    for (const { address, environment, level } of verdicts) {
      const key = keyOf(resource.kind, resource.root, address, environment);
      if (seen.has(key)) continue;
      seen.add(key);
      const objection = { rule, level, message, attribute, ...(accepted !== undefined && { accepted }) };
      const known = this.#byResource.get(key);
      if (known) known.push(objection);
      else this.#byResource.set(key, [objection]);
    }
  }
}

function keyOf(kind: string, root: string, address: string, environment: string): string {
  return [kind, root, address, environment].join("\0");
}
