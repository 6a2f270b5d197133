import type { Entry, Mapping, Tree } from "../../../model/tree.ts";
import { itemsOf } from "../values/element.ts";
import { toTree } from "../values/lower.ts";
import { trailOf } from "../values/origin.ts";
import { piecesOf } from "../values/pieces.ts";
import { isSequence, type TerraformValue } from "../values/value.ts";
import type { Body } from "./body.ts";

/** The `identity` block as ARM writes it: its type, and the ids of identities as keys of `userAssignedIdentities`. */
export function azapiIdentity(body: Body, environment: number): Entry | undefined {
  const cell = body.blocks("identity");
  if (!cell) return undefined;
  const { run } = body.frame;
  const blocks = run.within(environment, () => cell.read(run));
  const at = cell.at;
  if (blocks.form === "undecided") {
    const value: Tree = { form: "undecided", why: blocks.why, at, trail: trailOf(blocks.origin) };
    return { key: at, value };
  }
  const [block] = blocks.bodies;
  return block && { key: at, value: identityOf(block) };
}

function identityOf(block: Body): Mapping {
  const { run } = block.frame;
  const entries = new Map<string, Entry>();
  const type = block.attribute("type");
  if (type) entries.set("type", { key: type.at, value: toTree(type.read(run)) });
  const ids = block.attribute("identity_ids");
  if (ids) entries.set("userAssignedIdentities", { key: ids.at, value: idsOf(ids.read(run)) });
  return { form: "mapping", at: block.header, header: block.header, trail: [], entries };
}

function idsOf(value: TerraformValue): Tree {
  if (!isSequence(value)) return toTree(value);
  const entries = new Map<string, Entry>();
  const at = value.origin.at;
  for (const [index, id] of itemsOf(value).entries()) {
    const trail = trailOf(id.origin);
    const empty: Mapping = { form: "mapping", at: id.origin.at, header: id.origin.at, trail, entries: new Map() };
    if (id.form === "string") entries.set(id.value, { key: id.origin.at, value: empty });
    else entries.set(`?${index}`, { key: id.origin.at, value: empty, pieces: piecesOf(id) });
  }
  return { form: "mapping", at, header: at, trail: trailOf(value.origin), entries };
}
