import type { SourceText } from "../../model/place.ts";
import type { Resource } from "../../model/resource.ts";
import type { FixLanguage } from "./literal.ts";

const terraformJson = /\.(?:tf|tofu|tfvars)\.json$/i;
/** What gives values to variables of Terraform: in the words of a command, or in an entry that reads like one. */
const givesVariables = /\.(?:sh|bash|ps1|md|ya?ml)$|(?:^|\/)Makefile$/i;
const json = /\.jsonc?$/i;

/** In which language a file writes what a resource is; undefined where an edit would be lost or misunderstood. */
export function languageOf(resource: Resource, file: string): FixLanguage | undefined {
  if (/(?:^|\/)(?:\.terraform|cdktf\.out)\//.test(file)) return undefined;
  switch (resource.source) {
    case "terraform":
    case "azurerm":
    case "azapi":
      if (/\.(?:tf|tofu|tfvars)$/i.test(file)) return "hcl";
      if (terraformJson.test(file)) return "json";
      return givesVariables.test(file) ? "command" : undefined;
    case "arm":
    case "settings":
      return json.test(file) ? "json" : undefined;
    case "azureml":
    case "kubernetes":
      return json.test(file) ? "json" : "yaml";
    case "command":
      if (!json.test(file)) return /\.(?:tf|tofu|tfvars)$/i.test(file) ? undefined : "command";
      return resource.header.file === file ? undefined : "json";
  }
}

/** What is compiled out of another file is overwritten when that is compiled again. */
export function isEditable({ text }: SourceText): boolean {
  const generator = text.indexOf('"_generator"');
  if (generator >= 0 && /"name"\s*:\s*"bicep"/i.test(text.slice(generator, generator + 300))) return false;
  return !text.slice(0, 400).includes('"stackName"');
}
