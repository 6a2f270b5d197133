import { type JsonNode, type JsonObject, membersOf } from "../../json/syntax.ts";
import { find, findMember, findText } from "./members.ts";
import { resourcesIn } from "./template.ts";

const schemaMark = /deployment(?:template|parameters)\.json/i;

/** Whether a text is worth reading as JSON: a look at its bytes, not at its name. */
export function mayConcern(text: string): boolean {
  return schemaMark.test(text) || text.includes('"contentVersion"') || text.includes('"parameters"');
}

/** Whether a text claims to be a template or parameter file, so that its syntax errors are ours to report. */
export function claimsToBe(text: string): boolean {
  return schemaMark.test(text);
}

export type FileKind = "template" | "parameters";

/** What a JSON file is to Azure, by its schema, else by its content. */
export function recognise(root: JsonNode | undefined): FileKind | undefined {
  if (root?.type !== "object") return undefined;
  const schema = findText(root, "$schema")?.toLowerCase();
  if (schema?.includes("deploymenttemplate.json")) return findMember(root, "resources") ? "template" : undefined;
  if (schema?.includes("deploymentparameters.json")) return "parameters";
  if (schema !== undefined) return undefined;
  if (looksLikeTemplate(root)) return "template";
  return looksLikeParameters(root) ? "parameters" : undefined;
}

function looksLikeTemplate(root: JsonObject): boolean {
  if (findText(root, "contentVersion") === undefined) return false;
  const resources = resourcesIn(find(root, "resources"));
  return resources.some(
    ({ node }) => findText(node, "type")?.includes("/") && findText(node, "apiVersion") !== undefined,
  );
}

const parameterFileKeys = new Set(["contentversion", "parameters", "metadata"]);
const parameterKeys = new Set(["value", "reference", "metadata", "expression"]);

function looksLikeParameters(root: JsonObject): boolean {
  const parameters = find(root, "parameters");
  if (parameters?.type !== "object" || parameters.members.length === 0) return false;
  if (!root.members.every(({ key }) => parameterFileKeys.has(key.toLowerCase()))) return false;
  return membersOf(parameters).every(
    ({ value }) =>
      value.type === "object" &&
      value.members.length > 0 &&
      value.members.every(({ key }) => parameterKeys.has(key.toLowerCase())),
  );
}
