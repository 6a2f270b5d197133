import type { Links } from "../model/links.ts";
import type { Resource } from "../model/resource.ts";
import type { Cell, Row, Sameness } from "./comparison.ts";
import type { Control } from "./control.ts";
import type { Objection, Objections } from "./objections.ts";
import type { Reading } from "./reading.ts";

type Members = readonly (Resource | undefined)[];

const nonexistent: Cell = { state: "nonexistent", text: "", objections: [] };

/** The rows of one resource: whether it exists, its controls, and what rules say against anything else of it. */
export function rowsOf(
  controls: readonly Control[],
  members: Members,
  links: Links,
  objections: Objections,
): readonly Row[] {
  const rows: Row[] = [];
  const shown = new Set<Objection>();
  const all = members.map((member) => (member ? objections.to(member) : []));
  for (const control of controls) {
    const row = controlRow(control, members, links, all);
    if (row === undefined) continue;
    for (const cell of row.cells) for (const objection of cell.objections) shown.add(objection);
    rows.push(row);
  }
  const others = all.map((list) => list.filter((objection) => !shown.has(objection)));
  return [...existenceRows(members), ...rows, ...otherRows(members, others)];
}

function controlRow(
  control: Control,
  members: Members,
  links: Links,
  objections: readonly (readonly Objection[])[],
): Row | undefined {
  const { appliesTo } = control;
  const readings = members.map((resource) => {
    if (!resource || (appliesTo && !appliesTo(resource))) return undefined;
    return control.read(resource, { resource, links });
  });
  const cells = readings.map((reading, index) => {
    if (reading !== undefined) return cellOf(reading, objectionsTo(control, objections[index]!));
    return members[index] === undefined ? nonexistent : notApplicable;
  });
  const isRaised = cells.some((cell) => cell.objections.length > 0);
  const isWritten = readings.some((reading) => reading?.written);
  const isHidden = control.quiet || members.every((member) => member === undefined || keepsWhatItDoesNotName(member));
  if (readings.every((reading) => reading === undefined)) return undefined;
  if (isHidden && !isWritten && !isRaised) return undefined;
  return { control: control.id, label: control.label, sameness: samenessOf(readings), cells };
}

const notApplicable: Cell = { state: "inapplicable", text: "not applicable", objections: [] };

function cellOf(reading: Reading, objections: readonly Objection[]): Cell {
  const { state, text, why, defaultOf, sensitive } = reading;
  return {
    state,
    text,
    ...(why !== undefined && { why }),
    ...(defaultOf !== undefined && { defaultOf }),
    ...(sensitive && { sensitive }),
    objections,
    reading,
  };
}

/** Whether it changes a resource that is declared elsewhere, so that what it does not write says nothing. */
function keepsWhatItDoesNotName(resource: Resource): boolean {
  if (resource.partial) return true;
  const { update } = resource.attributes as { readonly update?: { readonly state: string; readonly value?: unknown } };
  return update?.state === "known" && update.value === true;
}

function objectionsTo({ attributes }: Control, objections: readonly Objection[]): readonly Objection[] {
  return objections.filter(({ attribute }) => attributes.some((name) => isAbout(attribute, name)));
}

function isAbout(attribute: string, name: string): boolean {
  return attribute === name || attribute.startsWith(`${name}.`);
}

function samenessOf(readings: readonly (Reading | undefined)[]): Sameness {
  const existing = readings.filter((reading) => reading !== undefined);
  const known = existing.filter(({ state }) => state !== "unknown" && state !== "inexpressible");
  if (new Set(known.map(({ key }) => key)).size > 1) return "different";
  if (known.length === existing.length) return "same";
  return known.length === 0 ? "unknown" : "open";
}

/** Only where it is not certain that every environment has it. */
function existenceRows(members: Members): Row[] {
  if (members.every((member) => member?.existence.certain)) return [];
  const cells = members.map((member): Cell => {
    if (member === undefined) return { state: "set", text: "No", objections: [] };
    if (member.existence.certain) return { state: "set", text: "Yes", objections: [] };
    return { state: "unknown", text: "", why: member.existence.why, objections: [] };
  });
  const known = new Set(cells.filter(({ state }) => state === "set").map(({ text }) => text));
  const isOpen = cells.some(({ state }) => state === "unknown");
  const sameness = known.size > 1 ? "different" : !isOpen ? "same" : known.size === 0 ? "unknown" : "open";
  return [{ control: "exists", label: "Exists", sameness, cells }];
}

function otherRows(members: Members, others: readonly (readonly Objection[])[]): Row[] {
  if (others.every((list) => list.length === 0)) return [];
  const cells = members.map((member, index): Cell => {
    if (member === undefined) return nonexistent;
    const objections = others[index]!;
    const rules = new Set(objections.map(({ rule }) => rule));
    const state = rules.size === 0 ? "unset" : "set";
    return { state, text: rules.size === 0 ? "none" : `${rules.size}`, objections };
  });
  const existing = members.flatMap((member, index) => (member ? [index] : []));
  const kinds = new Set(existing.map((index) => [...new Set(others[index]!.map(({ rule }) => rule))].sort().join()));
  return [
    { control: "otherFindings", label: "Other findings", sameness: kinds.size > 1 ? "different" : "same", cells },
  ];
}
