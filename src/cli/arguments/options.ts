import { UsageError } from "../failure.ts";
import { suggestion } from "../nearest.ts";

/** An option as it may be written; one without `value` is a switch. */
export interface OptionForm {
  readonly name: string;
  readonly short?: string;
  /** The word for the value in messages. */
  readonly value?: string;
  readonly repeatable?: true;
  /** The value may be left out; where it is given, it stands behind an equals sign. */
  readonly optional?: true;
  /** What the value may be, where there is a list of it, or that it names a file; shells complete it. */
  readonly choices?: readonly string[] | "file" | "rule";
}

/** What may follow the name of a command. */
export interface CommandForm {
  readonly options: readonly OptionForm[];
  readonly words: readonly string[] | "file" | "rule";
}

/** What was written, by the options' names; switches hold no values. */
export interface Written {
  readonly options: ReadonlyMap<string, readonly string[]>;
  readonly paths: readonly string[];
}

/** Splits the words of a command line into options and the rest. */
export function readOptions(words: readonly string[], forms: readonly OptionForm[]): Written {
  const options = new Map<string, string[]>();
  const paths: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (word === "--") {
      paths.push(...words.slice(at + 1));
      break;
    }
    if (!word.startsWith("-") || word === "-") {
      paths.push(word);
      continue;
    }
    const { form, inline } = formOf(word, forms);
    let value = inline;
    if (form.value !== undefined && value === undefined && !form.optional) {
      at += 1;
      value = words[at];
    }
    keep(form, value, options);
  }
  return { options, paths };
}

function formOf(word: string, forms: readonly OptionForm[]): { form: OptionForm; inline: string | undefined } {
  const isLong = word.startsWith("--");
  const equals = word.indexOf("=");
  const name = isLong ? word.slice(2, equals < 0 ? undefined : equals) : word.slice(1, 2);
  const form = forms.find((candidate) => (isLong ? candidate.name : candidate.short) === name);
  if (!form) {
    const written = isLong ? `--${name}` : word;
    const known = forms.map((candidate) => `--${candidate.name}`);
    throw new UsageError(`There is no option ${written}.${suggestion(written, known)}`);
  }
  if (isLong) return { form, inline: equals < 0 ? undefined : word.slice(equals + 1) };
  const rest = word.slice(2).replace(/^=/, "");
  return { form, inline: rest === "" ? undefined : rest };
}

function keep(form: OptionForm, value: string | undefined, options: Map<string, string[]>): void {
  const values = options.get(form.name);
  if (form.value === undefined || (form.optional && value === undefined)) {
    if (value !== undefined) throw new UsageError(`The option --${form.name} takes no value.`);
    options.set(form.name, []);
    return;
  }
  if (value === undefined || value === "") throw new UsageError(`The option --${form.name} needs ${form.value}.`);
  if (values && !form.repeatable) throw new UsageError(`The option --${form.name} is given twice.`);
  if (values) values.push(value);
  else options.set(form.name, [value]);
}
