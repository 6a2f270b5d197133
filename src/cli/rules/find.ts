import type { PeerCheck } from "../../../data/peers.ts";
import type { Rule } from "../../engine/rule.ts";
import { allNearest } from "../../model/nearest.ts";

/** What is known of a name or of words. */
export interface Found {
  /** Checks of other tools of that name. */
  readonly checks: readonly PeerCheck[];
  /** Our own rules of that name, or about that. */
  readonly rules: readonly Rule[];
}

const shortestPart = 4;
const shortId = /^[0-9a-f]{8}$/;

/**
 * Looks a name up: that of a check of another tool, one of our ids, a part of either, or words of a title. A whole name is
 * the answer; parts and words are looked for only where there is none.
 */
export function find(text: string, rules: readonly Rule[], checks: readonly PeerCheck[]): Found {
  const wanted = text.trim().toLowerCase();
  const named: Found = {
    checks: checks.filter((check) => isCalled(check, wanted)),
    rules: rules.filter(({ id, aliases = [] }) => id === wanted || aliases.includes(wanted)),
  };
  if (named.checks.length + named.rules.length > 0) return named;
  const words = wanted.split(/\s+/).filter((word) => word !== "");
  const parts: Found = {
    checks: checks.filter((check) => hasPart(check, wanted)),
    rules: rules.filter(({ id, title }) => holdsAll(`${id} ${title}`, words)),
  };
  if (parts.checks.length + parts.rules.length > 0) return parts;
  return { checks: checks.filter(({ asks }) => holdsAll(asks, words)), rules: [] };
}

/** The names that come nearest to one of which nothing is known. */
export function nearestNames(text: string, rules: readonly Rule[], checks: readonly PeerCheck[]): readonly string[] {
  const names = checks.flatMap(({ id, alias }) => (alias === undefined ? [id] : [id, alias]));
  return [...new Set(allNearest(text.trim(), [...rules.map(({ id }) => id), ...names]))].slice(0, 5);
}

/** KICS and the resiliency library are known by the first eight digits of their ids; the whole id is that check, too. */
function isCalled({ id, alias }: PeerCheck, wanted: string): boolean {
  if (id.toLowerCase() === wanted || alias?.toLowerCase() === wanted) return true;
  return shortId.test(id) && wanted.length === 36 && wanted.startsWith(`${id}-`);
}

function hasPart({ id, alias = "" }: PeerCheck, wanted: string): boolean {
  return wanted.length >= shortestPart && `${id} ${alias}`.toLowerCase().includes(wanted);
}

function holdsAll(text: string, words: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return words.length > 0 && words.every((word) => lower.includes(word));
}
