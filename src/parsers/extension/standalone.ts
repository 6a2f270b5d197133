import type { Problem } from "../../model/project.ts";
import type { Declaration } from "../../model/resource.ts";
import type { Entry } from "../../model/tree.ts";
import { hasMark, settingsMarks } from "../commands/marks.ts";
import { environmentOfPath, isWanted } from "../commands/paths.ts";
import { list, mapping } from "../commands/trees.ts";
import type { ParserInput } from "../parser.ts";
import { isSettingsFile, readSettingsFile, type SettingsFile } from "./settings-file.ts";

/*
 * A settings file that no command names is a declaration of source "settings" and type "settings". Its body has the
 * entry `settings`, the file's object, and `replaced-settings` where a key occurs twice.
 */

/** The JSON files that hold settings of the extension and that no command names. */
export function readStandaloneSettings(
  input: ParserInput,
  claimed: ReadonlySet<string>,
): { declarations: Declaration[]; problems: Problem[] } {
  const declarations: Declaration[] = [];
  const problems: Problem[] = [];
  for (const path of input.paths) {
    if (!/\.json$/i.test(path) || claimed.has(path)) continue;
    const source = input.texts.get(path);
    const file = source && hasMark(source.text, settingsMarks) ? readSettingsFile(source) : undefined;
    if (!file || !isSettingsFile(file)) continue;
    const declaration = declare(path, file);
    if (!isWanted(declaration.environment, input.environments)) continue;
    declarations.push(declaration);
    problems.push(...file.problems);
  }
  return { declarations, problems };
}

function declare(path: string, { settings, replaced }: SettingsFile): Declaration {
  const { at, header } = settings;
  const entries = new Map<string, Entry>([["settings", { key: header, value: settings }]]);
  if (replaced.length > 0) entries.set("replaced-settings", { key: header, value: list(replaced, at) });
  return {
    source: "settings",
    type: "settings",
    versions: [],
    identity: { root: path, module: "", address: "settings", block: "settings" },
    environment: environmentOfPath(path),
    existence: { certain: true },
    existing: false,
    at,
    header,
    body: mapping(entries, at, header),
    calls: [],
  };
}
