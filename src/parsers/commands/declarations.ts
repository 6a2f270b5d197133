import type { Place, SourceText } from "../../model/place.ts";
import type { Declaration } from "../../model/resource.ts";
import type { Mapping, Tree } from "../../model/tree.ts";
import { declareAzureml } from "../azureml/declare.ts";
import { overriddenBy } from "../azureml/options.ts";
import { typeOf } from "../azureml/recognise.ts";
import { declareInstanceTypes } from "../kubernetes/instance-types.ts";
import { readYaml } from "../yaml/documents.ts";
import { withoutPlaceholders } from "../yaml/fill-in.ts";
import { type AzCommand, mayBeAz, readAz } from "./az.ts";
import { declareCommand, fillUnseen } from "./declare.ts";
import { yamlOf } from "./documents.ts";
import type { LinkedFiles } from "./linked-files.ts";
import { type Names, uniqueAddress } from "./names.ts";
import { resolveWords } from "./resolve.ts";
import { existenceIn, type ScriptUnit } from "./unit.ts";
import { knownTextOf } from "./values.ts";

/** Makes declarations of the commands and here-documents of scripts. */
export class ScriptDeclarations {
  readonly #linked: LinkedFiles;
  /** The addresses given so far, by file. */
  readonly #names = new Map<string, Names>();
  /** The files that a command has declared, with the options that it gave. */
  readonly #declared = new Set<string>();
  /** The address that was given first to a document of a file, by where it starts and what the options say about it. */
  readonly #addresses = new Map<string, string>();

  constructor(linked: LinkedFiles) {
    this.#linked = linked;
  }

  of(unit: ScriptUnit): Declaration[] {
    const found: [number, Declaration[]][] = [];
    for (const command of commandsOf(unit)) found.push([command.line.order, this.#ofCommand(command, unit)]);
    for (const document of unit.script.documents) {
      const trees = yamlOf(document, unit.variables);
      const existence = existenceIn(unit, document.branch);
      const context = { environment: unit.environment, existence, names: this.#namesOf(unit.file) };
      const declared = trees.flatMap((tree) => [
        ...declareInstanceTypes(tree, context),
        ...declareAzureml(tree, context),
      ]);
      found.push([document.order, declared]);
    }
    return found.sort(([a], [b]) => a - b).flatMap(([, declarations]) => declarations);
  }

  #namesOf(file: string): Names {
    const known = this.#names.get(file) ?? new Map<string, number>();
    this.#names.set(file, known);
    return known;
  }

  #ofCommand(command: AzCommand, unit: ScriptUnit): Declaration[] {
    const declaration = this.#declare(command, unit);
    const written = fileOption(command);
    if (!written) return [declaration];
    const file = written.path === undefined ? undefined : this.#linked.find(unit.file, written.path);
    if (file) {
      const roots = readYaml(file).documents.map(({ root }) => withoutPlaceholders(root, file));
      if (roots.some((root) => typeOf(root) !== undefined))
        return this.#ofFile(command, unit, file, roots, declaration);
      return [declaration];
    }
    return [withUnseen(declaration, command, `${written.path ?? "the file"} is not here to read`, written.at)];
  }

  #declare(command: AzCommand, unit: ScriptUnit): Declaration {
    const name = nameOf(command);
    const wanted = name === undefined ? command.name : `${command.name} ${name}`;
    const address = uniqueAddress(this.#namesOf(unit.file), wanted);
    const declaration = declareCommand(command, {
      environment: unit.environment,
      existence: existenceIn(unit, command.line.branch),
      address,
      settingsFile: (path) => this.#linked.settings(unit.file, path),
    });
    return {
      ...declaration,
      identity: { ...declaration.identity, block: this.#block(declaration.header, wanted, address) },
    };
  }

  /** Commands at one place are instances of one: a template computes the script of each of its copies there. */
  #block({ file, start }: Place, wanted: string, address: string): string {
    return this.#firstAddress(`${file}\0${start.line}:${start.column}\0${wanted}`, address);
  }

  /** The file that a command names, in the context of the command; documentation leaves the file to itself. */
  #ofFile(
    command: AzCommand,
    unit: ScriptUnit,
    file: SourceText,
    roots: readonly Tree[],
    declaration: Declaration,
  ): Declaration[] {
    const malformed = declaration.body.entries.get("malformed");
    if (unit.isDocumentation) {
      return malformed ? [withUnseen(declaration, command, `${file.file} says the rest`, declaration.header)] : [];
    }
    this.#linked.claimed.add(file.file);
    const key = [file.file, unit.environment.name, command.name, ...optionTexts(command)].join("\0");
    if (this.#declared.has(key) && !malformed) return [];
    this.#declared.add(key);
    const override = overriddenBy(command, malformed);
    const { environment, existence } = declaration;
    const about = optionTexts(command, whichAndWhere).join("\0");
    const firstAddress = ({ at }: Mapping, address: string) =>
      this.#firstAddress(`${file.file}\0${at.start.line}:${at.start.column}\0${about}`, address);
    const context = { environment, existence, names: this.#namesOf(file.file), override, firstAddress };
    return roots.flatMap((root) => declareAzureml(root, context));
  }

  #firstAddress(document: string, address: string): string {
    const first = this.#addresses.get(document) ?? address;
    this.#addresses.set(document, first);
    return first;
  }
}

/** The commands of the Azure CLI in a unit that concern machine learning. */
export function commandsOf(unit: ScriptUnit): AzCommand[] {
  const commands: AzCommand[] = [];
  for (const line of unit.script.commands) {
    const command = mayBeAz(line) ? readAz(line, resolveWords(line, unit.variables)) : undefined;
    if (command) commands.push(command);
  }
  return commands;
}

function nameOf(command: AzCommand): string | undefined {
  const named = (wanted: string) => command.options.find(({ name }) => name === wanted);
  const option = named("name") ?? named("namespace");
  const word = option?.values[0];
  return word && knownTextOf(word.parts);
}

const changes = /^ml .*\b(?:create|update|attach)$/;

/** The file that a command names with `-f`, as far as its path is known. */
function fileOption(command: AzCommand): { path: string | undefined; at: Place } | undefined {
  if (!changes.test(command.name)) return undefined;
  const option = command.options.find(({ name }) => name === "file");
  const word = option?.values[0];
  if (!word) return undefined;
  return { path: knownTextOf(word.parts), at: word.source.place(word.from, word.to) };
}

/** Options that say which resource a file is made into, and nothing about what it is. */
const whichAndWhere: ReadonlySet<string> = new Set([
  ...["file", "name", "endpoint-name", "resource-group", "workspace-name", "subscription", "registry-name"],
  ...["no-wait", "only-show-errors", "output", "query", "debug", "verbose", "local", "all-traffic"],
]);

function optionTexts(command: AzCommand, without: ReadonlySet<string> = new Set()): string[] {
  return command.options
    .filter(({ name }) => !without.has(name))
    .map(({ name, values }) => `${name}=${values.map((word) => knownTextOf(word.parts) ?? "?").join(" ")}`);
}

function withUnseen(declaration: Declaration, command: AzCommand, why: string, at: Place): Declaration {
  const entries = new Map(declaration.body.entries);
  fillUnseen(entries, command, why, at);
  const body: Mapping = { ...declaration.body, entries };
  return { ...declaration, body };
}
