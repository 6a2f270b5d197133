import { azOptions } from "./az-options.generated.ts";

/** An option of a command of the Azure CLI, under the longest of its names. */
export interface AzOption {
  readonly name: string;
  readonly required: boolean;
  /** `none`: may stand alone or before true or false; `list`: takes several values. */
  readonly takes: "value" | "none" | "list";
}

/** What a word that looks like a flag stands for. */
export type FoundOption = { readonly option: AzOption } | "ambiguous" | undefined;

/** Every command takes these. */
const everywhere =
  "debug?|help/-h?|only-show-errors?|output/-o|query|subscription|verbose?|acquire-policy-token?|change-reference";

/** The options of one command. */
export class AzReference {
  readonly options: readonly AzOption[];
  readonly #byName = new Map<string, AzOption>();

  constructor(line: string) {
    const own = line.split("|").map((text) => this.#read(text));
    for (const text of everywhere.split("|")) this.#read(text);
    this.options = own;
  }

  #read(text: string): AzOption {
    const [, names, marks] = /^([^!?*]+)([!?*]*)$/.exec(text)!;
    const takes = marks!.includes("*") ? "list" : marks!.includes("?") ? "none" : "value";
    const all = names!.split("/");
    const option: AzOption = { name: all[0]!, required: marks!.includes("!"), takes };
    for (const name of all) {
      const flag = name.startsWith("-") ? name : `--${name}`;
      if (!this.#byName.has(flag)) this.#byName.set(flag, option);
    }
    return option;
  }

  /** All spellings, such as `--name` and `-n`. */
  get flags(): Iterable<string> {
    return this.#byName.keys();
  }

  exact(flag: string): AzOption | undefined {
    return this.#byName.get(flag);
  }

  /** An option by any of its names, or by the start of one: the CLI takes what is unambiguous. */
  find(flag: string): FoundOption {
    const option = this.#byName.get(flag);
    if (option) return { option };
    if (!flag.startsWith("--") || flag.length < 3) return undefined;
    const matches = new Set<AzOption>();
    for (const [name, candidate] of this.#byName) if (name.startsWith(flag)) matches.add(candidate);
    if (matches.size === 0) return undefined;
    return matches.size === 1 ? { option: [...matches][0]! } : "ambiguous";
  }
}

const references = new Map<string, AzReference | undefined>();

/** The reference of a command such as `ml compute attach`; undefined when it has no entry. */
export function referenceOf(command: string): AzReference | undefined {
  if (references.has(command)) return references.get(command);
  const start = azOptions.indexOf(`\n${command}|`);
  const from = start + command.length + 2;
  const reference = start < 0 ? undefined : new AzReference(azOptions.slice(from, azOptions.indexOf("\n", from)));
  references.set(command, reference);
  return reference;
}
