import type { PeerEntry, PeerLink, Peers } from "../schemas/types/peers.generated.ts";
import table from "./peers.json" with { type: "json" };

export type { PeerLink };

/** A check of another tool. */
export interface PeerCheck {
  /** The tool's key: `checkov`. */
  readonly tool: string;
  /** The tool's name for people. */
  readonly toolName: string;
  readonly id: string;
  /** A second name: PSRule's names beside its numbers. */
  readonly alias: string | undefined;
  /** What it asks for, to follow "asks that". */
  readonly asks: string;
  /** Our rules by their ids, and how they relate to the check. */
  readonly rules: Readonly<Record<string, PeerLink>>;
  /** How it differs from our rules, or why we have none. */
  readonly note: string | undefined;
}

/** Checks of other tools that stand in one relation to a rule of ours. */
export interface PeerGroup {
  readonly link: PeerLink;
  readonly checks: readonly PeerCheck[];
  readonly note: string | undefined;
}

const { tools, checks } = table as unknown as Peers;
const linkOrder: readonly PeerLink[] = ["same", "part", "opposite"];
let groups: ReadonlyMap<string, readonly PeerGroup[]> | undefined;

/** Every check of another tool that is known, in the order of the table. */
export function peerChecks(): readonly PeerCheck[] {
  return checks.flatMap(checksOf);
}

/** What a rule is called elsewhere; the closest relations first. */
export function peersOf(rule: string): readonly PeerGroup[] {
  groups ??= groupByRule();
  return groups.get(rule) ?? [];
}

/** The same without words: which checks, and how each relates. */
export function peersByRule(rule: string) {
  return peersOf(rule).flatMap(({ link, checks: group }) =>
    group.map(({ tool, id, alias }) => ({ tool, id, ...(alias !== undefined && { alias }), link })),
  );
}

function checksOf({ names, asks, rules = {}, note, why }: PeerEntry): PeerCheck[] {
  return Object.entries(names).flatMap(([tool, spelt]) =>
    spelt.map((name) => {
      const [id, alias] = name.split(" ") as [string, string | undefined];
      return { tool, toolName: tools[tool]?.name ?? tool, id, alias, asks, rules, note: note ?? why };
    }),
  );
}

function groupByRule(): Map<string, PeerGroup[]> {
  const byRule = new Map<string, PeerGroup[]>();
  for (const entry of checks) {
    for (const [rule, link] of Object.entries(entry.rules ?? {})) {
      const known = byRule.get(rule) ?? [];
      byRule.set(rule, [...known, { link, checks: checksOf(entry), note: entry.note }]);
    }
  }
  for (const known of byRule.values()) known.sort((a, b) => linkOrder.indexOf(a.link) - linkOrder.indexOf(b.link));
  return byRule;
}
