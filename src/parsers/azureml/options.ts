import type { Entry, Mapping } from "../../model/tree.ts";
import type { AzCommand } from "../commands/az.ts";
import type { OptionUse } from "../commands/az-arguments.ts";
import { optionTree } from "../commands/declare.ts";
import { cutParts, knownStartOf, knownTextOf, placeOfParts, treeOfParts } from "../commands/values.ts";

/** Options that stand in a file under another path than their own name. */
const paths: ReadonlyMap<string, readonly string[]> = new Map([
  ["vnet-name", ["network_settings", "vnet_name"]],
  ["subnet", ["network_settings", "subnet"]],
  ["identity-type", ["identity", "type"]],
  ["admin-username", ["ssh_settings", "admin_username"]],
  ["admin-password", ["ssh_settings", "admin_password"]],
  ["ssh-key-value", ["ssh_settings", "ssh_key_value"]],
  ["managed-network", ["managed_network", "isolation_mode"]],
]);

/** Options about the command itself, and those whose form in a file is another. */
const ignored = new Set([
  ...["file", "no-wait", "output", "query", "subscription", "debug", "verbose", "only-show-errors", "yes", "set"],
  ...["acquire-policy-token", "change-reference", "user-assigned-identities", "web", "stream", "all-traffic"],
  ...["skip-script-validation", "package-model", "local", "vscode-debug", "local-enable-gpu", "endpoint", "tags"],
]);

/** Where the command says so in its own words. */
const asInCommands = new Set(["resource-group", "workspace-name"]);

/** The body of a file with the options of the command that names it in place of what the file says. */
export function overriddenBy(command: AzCommand, malformed: Entry | undefined): (body: Mapping) => Mapping {
  return (body) => {
    let result = body;
    for (const option of command.options) {
      if (option.name === "set") for (const entry of setEntries(option)) result = put(result, entry.path, entry.entry);
      if (ignored.has(option.name)) continue;
      const path = asInCommands.has(option.name)
        ? [option.name]
        : (paths.get(option.name) ?? [underscored(option.name)]);
      const key = placeOfParts(option.flag.source, option.flag.parts, option.flag);
      result = put(result, path, { key, value: optionTree(option) });
    }
    return malformed ? put(result, ["malformed"], malformed) : result;
  };
}

function underscored(name: string): string {
  return name.replaceAll("-", "_");
}

/** `--set a.b=value …` as entries with their paths. */
function setEntries(option: OptionUse): { path: string[]; entry: Entry }[] {
  return option.values.flatMap((word) => {
    const equals = knownStartOf(word.parts).indexOf("=");
    if (equals < 0) return [];
    const [keyParts, rest] = cutParts(word.parts, equals);
    const [, valueParts] = cutParts(rest, 1);
    const path = knownTextOf(keyParts)!.split(".").slice(0, 20);
    const value = treeOfParts(word.source, valueParts, { from: word.to, to: word.to });
    return [{ path, entry: { key: placeOfParts(word.source, keyParts, word), value } }];
  });
}

function put(body: Mapping, path: readonly string[], entry: Entry): Mapping {
  const [first, ...rest] = path;
  const entries = new Map(body.entries);
  if (first === undefined) return body;
  if (rest.length === 0) entries.set(first, entry);
  else {
    const inner = entries.get(first)?.value;
    const empty: Mapping = { form: "mapping", entries: new Map(), at: entry.value.at, header: entry.key, trail: [] };
    const value = put(inner?.form === "mapping" ? inner : empty, rest, entry);
    entries.set(first, { key: entries.get(first)?.key ?? entry.key, value });
  }
  return { ...body, entries };
}
