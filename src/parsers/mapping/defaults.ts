import { type DefaultAnswer, defaults } from "../../../data/defaults.ts";
import type { Kind } from "../../model/kinds.ts";
import type { Source } from "../../model/resource.ts";
import type { Fallback } from "../../model/value.ts";
import { compareVersions } from "../../model/version.ts";

/** Something whose version is only worked out when an answer depends on it or names it. */
interface Versioned {
  readonly version: string | undefined;
}

/** What the platform does when an attribute of a kind is not written in a source. */
export function defaultOf(kind: Kind, attribute: string, source: Source, versioned: Versioned): Fallback<unknown> {
  const bySource = defaults[kind]?.[attribute];
  const answers = bySource?.[source === "azapi" ? "arm" : source] ?? bySource?.["*"];
  const answer = answers?.find((candidate) => applies(candidate, versioned));
  if (answer === undefined || "none" in answer) return { kind: "none" };
  if ("notExpressible" in answer) return { kind: "undecidable", why: answer.notExpressible, inexpressible: true };
  if ("unknown" in answer) return { kind: "undecidable", why: answer.unknown };
  return { kind: "value", value: answer.value, of: ownerOf(source, versioned) };
}

function applies(answer: DefaultAnswer, versioned: Versioned): boolean {
  const { from, before } = answer;
  if (from === undefined && before === undefined) return true;
  const { version } = versioned;
  if (version === undefined) return false;
  if (from !== undefined && compareVersions(version, from) < 0) return false;
  return before === undefined || compareVersions(version, before) < 0;
}

const owners: Readonly<Record<Source, string>> = {
  terraform: "Terraform",
  azurerm: "azurerm",
  azapi: "Azure",
  arm: "Azure",
  command: "the Azure CLI",
  settings: "the AzureML extension",
  azureml: "az ml",
  kubernetes: "Kubernetes",
};

function ownerOf(source: Source, versioned: Versioned): string {
  const owner = owners[source];
  const major = source === "azurerm" ? versioned.version?.split(".")[0] : undefined;
  return major === undefined ? owner : `${owner} ${major}`;
}
