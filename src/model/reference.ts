import type { Piece, Target } from "./tree.ts";

/** A text of which parts may be unknown: literal pieces and holes that compare by token. */
export type Text = readonly Piece[];

/** How a resource names another one. */
export type Reference =
  | { readonly by: "address"; readonly target: Target }
  | { readonly by: "id"; readonly id: ResourceId }
  | { readonly by: "name"; readonly name: Text; readonly group?: Text };

/** An Azure resource id taken apart; the subscription and group may be unknown or missing. */
export interface ResourceId {
  /** As written: `Microsoft.ContainerService/managedClusters`, child types appended. */
  readonly type: string;
  /** One name per type segment after the namespace. */
  readonly names: readonly Text[];
  readonly subscription?: Text;
  readonly group?: Text;
}

/** Makes a text of a known string. */
export function literalText(text: string): Text {
  return [text];
}

/** The string, if nothing of it is unknown. */
export function knownText(text: Text): string | undefined {
  let known = "";
  for (const piece of text) {
    if (typeof piece !== "string") return undefined;
    known += piece;
  }
  return known;
}

/**
 * Whether two texts are the same: true and false where that is certain, undefined where a hole leaves it open. Azure
 * compares names without regard to case.
 */
export function sameText(a: Text, b: Text): boolean | undefined {
  const knownA = knownText(a);
  const knownB = knownText(b);
  if (knownA !== undefined && knownB !== undefined) return knownA.toLowerCase() === knownB.toLowerCase();
  if (textKey(a) === textKey(b)) return true;
  return contradicts(a, b) ? false : undefined;
}

/** A string that is equal for equal texts. */
export function textKey(text: Text): string {
  return text.map((piece) => (typeof piece === "string" ? piece.toLowerCase() : `\0${piece.token}\0`)).join("");
}

function contradicts(a: Text, b: Text): boolean {
  const [startA, startB] = [knownPrefix(a), knownPrefix(b)];
  const start = Math.min(startA.length, startB.length);
  if (startA.slice(0, start) !== startB.slice(0, start)) return true;
  const [endA, endB] = [knownSuffix(a), knownSuffix(b)];
  const end = Math.min(endA.length, endB.length);
  return endA.slice(endA.length - end) !== endB.slice(endB.length - end);
}

function knownPrefix(text: Text): string {
  let prefix = "";
  for (const piece of text) {
    if (typeof piece !== "string") break;
    prefix += piece;
  }
  return prefix.toLowerCase();
}

function knownSuffix(text: Text): string {
  let suffix = "";
  for (const piece of text.toReversed()) {
    if (typeof piece !== "string") break;
    suffix = piece + suffix;
  }
  return suffix.toLowerCase();
}

/** Takes an Azure resource id apart; undefined when the text is none, or its type cannot be seen. */
export function parseResourceId(text: Text): ResourceId | undefined {
  const segments = splitSegments(text);
  const first = segments.findIndex((segment) => segment.length > 0);
  if (first < 0) return undefined;
  const providers = segments.findLastIndex((segment) => isLiteral(segment, "providers"));
  const before = providers < 0 ? segments : segments.slice(0, providers);
  const subscription = segmentAfter(before, "subscriptions");
  const group = segmentAfter(before, "resourcegroups");
  const scope = { ...(subscription && { subscription }), ...(group && { group }) };
  if (providers < 0) {
    if (group) return { type: "Microsoft.Resources/resourceGroups", names: [group], ...scope };
    if (subscription) return { type: "Microsoft.Resources/subscriptions", names: [subscription], ...scope };
    return undefined;
  }
  const rest = segments.slice(providers + 1);
  const types: string[] = [];
  const names: Text[] = [];
  for (const [index, segment] of rest.entries()) {
    if (index > 0 && index % 2 === 0) names.push(segment);
    else {
      const type = knownText(segment);
      if (!type) return undefined;
      types.push(type);
    }
  }
  if (types.length < 2 || names.length !== types.length - 1) return undefined;
  return { type: types.join("/"), names, ...scope };
}

function splitSegments(text: Text): Text[] {
  const segments: Piece[][] = [[]];
  for (const piece of text) {
    if (typeof piece !== "string") {
      segments.at(-1)!.push(piece);
      continue;
    }
    for (const [index, part] of piece.split("/").entries()) {
      if (index > 0) segments.push([]);
      if (part !== "") segments.at(-1)!.push(part);
    }
  }
  return segments.filter((segment, index) => segment.length > 0 || index === 0);
}

function isLiteral(segment: Text, word: string): boolean {
  return knownText(segment)?.toLowerCase() === word;
}

function segmentAfter(segments: readonly Text[], word: string): Text | undefined {
  const at = segments.findIndex((segment) => isLiteral(segment, word));
  return at < 0 ? undefined : segments[at + 1];
}
