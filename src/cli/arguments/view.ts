import { oneOf } from "./choice.ts";
import type { OptionForm, Written } from "./options.ts";
import { formatForm } from "./output.ts";

/** Which part of the model is shown, and how. */
export interface ViewArguments<Format> {
  readonly format: Format;
  readonly types: readonly string[];
  readonly addresses: readonly string[];
  /** Only what environments do not have in common. */
  readonly differences: boolean;
}

/** Of each list, the first one is the default. */
export const listFormats = ["pretty", "json"] as const;
export const inspectFormats = ["json", "pretty"] as const;
export const compareFormats = ["pretty", "markdown", "json"] as const;

export type ListFormat = (typeof listFormats)[number];
export type InspectFormat = (typeof inspectFormats)[number];
export type CompareFormat = (typeof compareFormats)[number];

export const filterForms: readonly OptionForm[] = [
  { name: "type", value: "a kind or type, as in key-vault or azurerm_key_vault", repeatable: true },
  { name: "address", value: "an address, where * stands for any text", repeatable: true },
];

/** The option --format of a command that has formats of its own. */
export function formatFormOf(formats: readonly string[]): OptionForm {
  return { ...formatForm, value: `${formats.slice(0, -1).join(", ")} or ${formats.at(-1)}`, choices: formats };
}

/** The format that was asked for last, as every other option that is given twice. */
export function formatIn<Format extends string>({ options }: Written, formats: readonly [Format, ...Format[]]): Format {
  return oneOf(options.get("format")?.at(-1) ?? formats[0], formats, "format");
}

/** Reads the options above. */
export function viewOf<Format extends string>(
  written: Written,
  formats: readonly [Format, ...Format[]],
): ViewArguments<Format> {
  const { options } = written;
  return {
    format: formatIn(written, formats),
    types: options.get("type") ?? [],
    addresses: options.get("address") ?? [],
    differences: options.has("differences"),
  };
}
