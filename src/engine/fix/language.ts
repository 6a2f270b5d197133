import type { Resource } from "../../model/resource.ts";
import type { FixLanguage } from "./literal.ts";

const terraformJson = /\.(?:tf|tofu|tfvars)\.json$/i;

/** What gives values to variables of Terraform: in the words of a command, or in an entry that reads like one. */
const givesVariables = /\.(?:sh|bash|ps1|md|ya?ml)$|(?:^|\/)Makefile$/i;

const json = /\.jsonc?$/i;

/** In which language a file writes what a resource is; undefined where an edit would be misunderstood. */
export function languageOf(resource: Resource, file: string): FixLanguage | undefined {
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
