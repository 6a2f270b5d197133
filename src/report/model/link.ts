import { linkTarget } from "../../model/link-target.ts";
import type { Reference, Text } from "../../model/reference.ts";
import type { Resource } from "../../model/resource.ts";
import { harmlessInLog } from "../text/harmless.ts";
import type { TreeOptions } from "./tree.ts";

/** A reference with the resource that it leads to. */
export function linkWords(
  attribute: string,
  reference: Reference,
  resource: Resource,
  { links, style }: TreeOptions,
): string {
  const target = linkTarget(attribute, reference, resource, links);
  if (!target) return writtenWords(reference);
  const { root, address } = target.identity;
  const where = root === resource.identity.root ? "" : style.faint(` of ${root === "" ? "." : harmlessInLog(root)}`);
  return `${style.marks.to} ${harmlessInLog(address)}${where}`;
}

function writtenWords(reference: Reference): string {
  if (reference.by === "address") return harmlessInLog(`${reference.target.address}.${reference.target.attribute}`);
  if (reference.by === "name") return textWords(reference.name);
  return `${harmlessInLog(reference.id.type)} ${reference.id.names.map(textWords).join("/")}`;
}

function textWords(text: Text): string {
  return harmlessInLog(text.map((piece) => (typeof piece === "string" ? piece : "…")).join(""));
}
