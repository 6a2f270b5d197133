import { rules } from "../rules/index.ts";
import { ruleSettingsSchema } from "../src/engine/rule-schema.ts";
import { type Mode, readIfThere, settle } from "./repository.ts";

const path = "schemas/configuration.schema.json";
const ruleSettings = /^ {4}"RuleSettings": \{(?:\}|[\s\S]*?\n {4}\})/m;

/** Writes every rule and its options into the published schema of the configuration, for editors to complete. */
export function main(mode: Mode): number {
  const schema = readIfThere(path) ?? "";
  if (!ruleSettings.test(schema)) throw new Error(`${path} has no definition RuleSettings`);
  const lines = JSON.stringify(ruleSettingsSchema(rules), undefined, 2).replaceAll("\n", "\n    ");
  const files = new Map([[path, schema.replace(ruleSettings, () => `    "RuleSettings": ${lines}`)]]);
  return settle(mode, files, "npm run generate");
}
