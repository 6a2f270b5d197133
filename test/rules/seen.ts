import { rules } from "../../rules/index.ts";
import { page } from "../../rules/pages.ts";
import { filesOf, lintFiles } from "../../scripts/example.ts";
import { type Example, parseRulePage } from "../../scripts/rule-page.ts";
import type { CheckContext } from "../../src/engine/context.ts";
import type { Rule } from "../../src/engine/rule.ts";
import type { Kind } from "../../src/model/kinds.ts";
import type { Attributes, Resource, Source } from "../../src/model/resource.ts";
import type { Value } from "../../src/model/value.ts";

/** One check of one resource: what it read of the resource itself, and what it reported. */
export interface Check {
  readonly kind: Kind;
  readonly source: Source;
  readonly version: string | undefined;
  readonly file: string;
  readonly type: string;
  readonly read: ReadonlySet<string>;
  /** The names under which the attributes that were read are written; undefined where one is not written. */
  readonly spellings: ReadonlyMap<string, string | undefined>;
  /** The attributes that it reported. */
  readonly reported: readonly string[];
  /** The ways on which it went to other resources. */
  readonly ways: ReadonlySet<Way>;
}

export interface SeenExample {
  readonly rule: Rule;
  readonly example: Example;
  readonly checks: readonly Check[];
}

/** What every rule sees in the examples of its page. */
export async function seenOnPages(): Promise<SeenExample[]> {
  const seen: SeenExample[] = [];
  for (const rule of rules) {
    for (const example of parseRulePage(page(rule.id) ?? "").examples) {
      const checks: Check[] = [];
      await lintFiles(filesOf(example), { rules: [watched(rule, (check) => checks.push(check))] });
      seen.push({ rule, example, checks });
    }
  }
  return seen;
}

const allWays = ["follow", "all", "pointingTo", "exactlyPointingTo"] as const;

export type Way = (typeof allWays)[number];

/** A rule whose checks are noted. What links read on the way to other resources does not count. */
function watched(rule: Rule, note: (check: Check) => void): Rule {
  const check = (resource: Resource, context: CheckContext<Kind>): void => {
    const { kind, source, type, version } = resource;
    const read = new Set<string>();
    const reported: string[] = [];
    const ways = new Set<Way>();
    const attributes = resource.attributes;
    const readable = new Proxy(attributes, {
      get(target, name) {
        if (typeof name === "string") read.add(name);
        return Reflect.get(target, name) as unknown;
      },
    });
    const unwatched = <Result>(act: () => Result): Result => {
      setAttributes(resource, attributes);
      try {
        return act();
      } finally {
        setAttributes(resource, readable);
      }
    };
    for (const way of allWays) {
      const go = context[way].bind(context) as (...given: unknown[]) => unknown;
      const noted = (...given: unknown[]) => {
        ways.add(way);
        return unwatched(() => go(...given));
      };
      Object.assign(context, { [way]: noted });
    }
    const report = context.report.bind(context);
    context.report = (draft) => {
      reported.push(draft.attribute);
      unwatched(() => report(draft));
    };
    setAttributes(resource, readable);
    try {
      rule.check(resource, context);
    } finally {
      setAttributes(resource, attributes);
      const spellings = new Map([...read].map((name) => [name, spellingOf(resource, name)]));
      note({ kind, source, type, version, file: resource.at.file, read, spellings, reported, ways });
    }
  };
  return { ...rule, check: check as unknown as Rule["check"] };
}

function spellingOf(resource: Resource, name: string): string | undefined {
  const value = (resource.attributes as unknown as Readonly<Record<string, Value<unknown> | undefined>>)[name];
  const isWritten = value !== undefined && value.state !== "absent" && !("implied" in value);
  return isWritten ? resource.spelling(name)?.path.join(".") : undefined;
}

function setAttributes(resource: Resource, attributes: Attributes<Kind>): void {
  (resource as { attributes: Attributes<Kind> }).attributes = attributes;
}
