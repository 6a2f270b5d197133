import type { Place } from "../../model/place.ts";
import type { Entry, Mapping, Step, Tree } from "../../model/tree.ts";
import type { ValuePart, VariableValue } from "./values.ts";

type Language = "github" | "azure";

const longestValue = 10_000;

interface Written {
  readonly text: string | undefined;
  readonly at: Place;
  readonly why: string;
}

/** The variables that a pipeline sets, by the names under which scripts and expressions see them. */
export class PipelineVariables {
  readonly #file: string;
  readonly #written: ReadonlyMap<string, Written>;
  /** What was bound from outside, which needs no parsing. */
  readonly #bound: ReadonlyMap<string, readonly ValuePart[]>;
  readonly #values: Map<string, readonly ValuePart[]>;

  constructor(
    file: string,
    written: ReadonlyMap<string, Written> = new Map(),
    bound: ReadonlyMap<string, readonly ValuePart[]> = new Map(),
  ) {
    this.#file = file;
    this.#written = written;
    this.#bound = bound;
    this.#values = new Map(bound);
  }

  /** These variables and those that a mapping (a stage, a job, a step) adds. */
  with(tree: Mapping, language: Language): PipelineVariables {
    const env = tree.entries.get("env")?.value;
    const variables = language === "azure" ? tree.entries.get("variables")?.value : undefined;
    if (!env && !variables) return this;
    const written = new Map(this.#written);
    if (variables) for (const [name, value] of azureVariables(variables)) addAzure(written, name, value);
    if (env?.form === "mapping") for (const [name, entry] of env.entries) addEnv(written, name, writtenOf(entry.value));
    const bound = [...this.#bound].filter(([name]) => written.get(name) === this.#written.get(name));
    return new PipelineVariables(this.#file, written, new Map(bound));
  }

  /** These variables and some whose values are known from elsewhere: a matrix, the parameters of a template. */
  bind(values: Iterable<readonly [string, readonly ValuePart[]]>): PipelineVariables {
    return new PipelineVariables(this.#file, this.#written, new Map([...this.#bound, ...values]));
  }

  bindings(): ReadonlyMap<string, VariableValue> {
    const bindings = new Map<string, VariableValue>();
    for (const name of [...this.#bound.keys(), ...this.#written.keys()]) {
      bindings.set(name, { array: false, items: [this.#valueOf(name)] });
    }
    return bindings;
  }

  /** A text of the pipeline with its expressions replaced. */
  parse(text: string): readonly ValuePart[] {
    return this.#parse(text, []);
  }

  #valueOf(name: string): readonly ValuePart[] {
    const known = this.#values.get(name);
    if (known) return known;
    const unknown = (why: string) => [{ why, token: `${this.#file}@${name}`, trail: [], many: false }];
    const written = this.#written.get(name);
    if (!written) return unknown(`${shownName(name)} is not set in ${this.#file}`);
    // While a variable is followed, meeting it again finds it unknown.
    this.#values.set(name, unknown(written.why));
    if (written.text === undefined) return this.#values.get(name)!;
    const value = this.#parse(written.text, [{ at: written.at, text: `set in ${written.at.file}` }]);
    this.#values.set(name, value);
    return value;
  }

  #parse(text: string, trail: readonly Step[]): ValuePart[] {
    const parts: ValuePart[] = [];
    let length = 0;
    let from = 0;
    for (const match of text.matchAll(/\$\{\{([^}]{0,200})\}\}|\$\(([A-Za-z_][\w.-]{0,100})\)/g)) {
      if (match.index > from) parts.push({ text: text.slice(from, match.index), trail });
      const name = match[1] === undefined ? `(${match[2]!.toLowerCase()})` : `{{${match[1].trim()}}}`;
      for (const part of this.#valueOf(name)) {
        length += "text" in part ? part.text.length + 1 : 1;
        if (length < longestValue) parts.push({ ...part, trail: [...trail, ...part.trail] });
      }
      from = match.index + match[0].length;
    }
    if (from < text.length || parts.length === 0) parts.push({ text: text.slice(from), trail });
    return parts;
  }
}

function shownName(name: string): string {
  return name.startsWith("{{") ? `\${${name}}` : `$${name}`;
}

function addEnv(written: Map<string, Written>, name: string, value: Written): void {
  written.set(name, value);
  written.set(`env:${name.toLowerCase()}`, value);
  written.set(`{{env.${name}}}`, value);
}

/** Scripts see Azure's variables as `$(name)`, and in their environment as `NAME` with dots replaced. */
function addAzure(written: Map<string, Written>, name: string, value: Written): void {
  const variable = name.toUpperCase().replaceAll(".", "_").replaceAll(" ", "_");
  written.set(variable, value);
  written.set(`env:${variable.toLowerCase()}`, value);
  written.set(`(${name.toLowerCase()})`, value);
  written.set(`{{variables.${name}}}`, value);
  written.set(`{{variables['${name}']}}`, value);
}

/** `variables:` is a mapping, or a list of names and values beside groups and templates. */
function* azureVariables(tree: Tree): Generator<[string, Written]> {
  if (tree.form === "mapping") {
    for (const [name, entry] of tree.entries) if (!name.startsWith("${{")) yield [name, writtenOf(entry.value)];
  }
  if (tree.form !== "list") return;
  for (const item of tree.items) {
    if (item.form !== "mapping") continue;
    const name = item.entries.get("name")?.value;
    const value: Entry | undefined = item.entries.get("value");
    if (name?.form === "leaf" && value) yield [String(name.value), writtenOf(value.value)];
  }
}

function writtenOf(tree: Tree): Written {
  if (tree.form !== "leaf")
    return { text: undefined, at: tree.at, why: "a variable of the pipeline is no plain value" };
  const text = tree.value === null ? "" : String(tree.value);
  return { text, at: tree.at, why: "variables of the pipeline depend on each other without end" };
}
