import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Mode, readIfThere, repository, say, settle } from "./repository.ts";

const facts = join(process.env["ML_LINT_FACTS"] ?? join(repository, "../shared/facts"), "peer-rules.md");
const path = "data/peers.json";

/** Ids that the facts name and that are left out on purpose. */
const leftOut = new Map([["AZR-000535", "PSRule gives this number to a rule about Azure Fleet"]]);

/** Names as the facts abbreviate them. */
const abbreviated: Readonly<Record<string, string>> = {
  "Deny-Storage-SFTP": "Deny-Storage-LocalUser / SFTP",
  "Deny-Storage-CopyScope": "-CopyScope",
  "Deny-Storage-ServicesEncryption": "-ServicesEncryption",
  "Deny-Storage-ResourceAccessRulesTenantId": "-ResourceAccessRulesTenantId/ResourceId",
  "Deny-Storage-ResourceAccessRulesResourceId": "-ResourceAccessRulesTenantId/ResourceId",
  "Deny-Subnet-Without-Penp": "Deny-Subnet-Without-Udr / -Penp",
  azurerm_kubernetes_cluster_default_node_pool_invalid_vm_size: "…default_node_pool_invalid_vm_size",
  azurerm_kubernetes_cluster_node_pool_invalid_vm_size: "…node_pool_invalid_vm_size",
};

/**
 * `data/peers.json` is written by hand: this compares its names with the facts in both directions, and keeps the hashes of
 * both, so that neither changes unnoticed.
 */
export function main(mode: Mode): number {
  const text = readIfThere(path) ?? "";
  const content = hash(text.slice(text.indexOf('"tools"')));
  const isHere = existsSync(facts);
  if (!isHere) say(`node scripts/run.js data-peers: the facts are not here, so the hash of ${path} alone is checked`);
  const read = isHere ? readFileSync(facts, "utf8") : undefined;
  const wrong = read === undefined ? [] : differences(namesIn(text), read);
  for (const line of wrong) say(line);
  const withContent = text.replace(/"content": "[^"]*"/, `"content": "${content}"`);
  const settled =
    read === undefined ? withContent : withContent.replace(/"facts": "[^"]*"/, `"facts": "${hash(read)}"`);
  return settle(mode, new Map([[path, settled]]), "node scripts/run.js data-peers") || (wrong.length > 0 ? 1 : 0);
}

function hash(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("hex")}`;
}

function namesIn(text: string): string[] {
  const { checks } = JSON.parse(text) as { checks: { names: Record<string, string[]> }[] };
  return checks.flatMap(({ names }) => Object.values(names).flat()).map((name) => name.split(" ")[0]!);
}

function differences(names: readonly string[], read: string): string[] {
  const known = idsIn(read);
  const invented = names.filter((name) => !known.has(name) && !read.includes(abbreviated[name] ?? name));
  const taken = new Set(names);
  const missing = [...known].filter((id) => !taken.has(id) && !leftOut.has(id));
  return [
    ...invented.map((name) => `${path} names ${name}, which the facts do not`),
    ...missing.map((id) => `${path} lacks ${id}, which the facts name`),
  ];
}

/** The ids in the facts; after a whole one its fellows may follow by their last digits: `CKV_AZURE_40, 41`. */
export function idsIn(read: string): Set<string> {
  const ids = new Set<string>();
  const rows = read.slice(read.indexOf("## 1. "));
  for (const [, prefix, first, more] of rows.matchAll(/\b(CKV2?_AZURE_|AZU-|AZR-)(\d+)((?:(?:, |\/)\d+(?![\w-]))*)/g)) {
    for (const number of [first!, ...more!.split(/, |\//).slice(1)]) ids.add(`${prefix}${padded(prefix!, number)}`);
  }
  for (const [, number] of rows.matchAll(/(?<!AZR-)\b(000\d{3})\b/g)) ids.add(`AZR-${number}`);
  for (const [guid] of rows.matchAll(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g)) ids.add(guid);
  for (const [short] of rows.matchAll(/(?<![\w-])(?=[0-9a-f]*[a-f])(?=[a-f]*\d)[0-9a-f]{8}(?![\w-])/g)) ids.add(short);
  return ids;
}

function padded(prefix: string, number: string): string {
  return prefix === "AZR-" ? number.padStart(6, "0") : prefix === "AZU-" ? number.padStart(4, "0") : number;
}
