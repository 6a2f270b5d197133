import type { SourceText } from "../../../model/place.ts";
import { readJson } from "../../json/reader.ts";
import type { JsonNode, JsonObject } from "../../json/syntax.ts";
import { commentKey, LazyMember } from "./json-body.ts";
import { JsonLowering } from "./json-expression.ts";
import type { Attribute, Block, Comment, SyntaxFile, SyntaxProblem } from "./syntax.ts";

/** Configuration is `.tf.json` and `.tofu.json`, variables are `.tfvars.json`. */
export type JsonForm = "configuration" | "variables";

/** How many labels the blocks have that a Terraform file consists of. */
const labelCounts: ReadonlyMap<string, number> = new Map([
  ["terraform", 0],
  ["locals", 0],
  ["moved", 0],
  ["import", 0],
  ["removed", 0],
  ["variable", 1],
  ["output", 1],
  ["module", 1],
  ["provider", 1],
  ["check", 1],
  ["resource", 2],
  ["data", 2],
  ["ephemeral", 2],
]);

/**
 * Reads Terraform's JSON syntax into the tree of the native one. A template that cannot be read adds its problem when
 * its expression is first asked for. Never throws.
 */
export function parseTfJson(source: SourceText, form: JsonForm): SyntaxFile {
  const { text } = source;
  const document = readJson(text, "strict");
  const problems: SyntaxProblem[] = [...document.problems];
  const comments: Comment[] = text.includes("ml-lint") && document.root ? commentsIn(document.root) : [];
  const attributes: Attribute[] = [];
  const blocks: Block[] = [];
  const body = { form: "native", attributes, blocks, from: 0, to: text.length } as const;
  const lowering = new JsonLowering(text, problems);
  for (const object of rootObjects(document.root, form, problems)) {
    for (const property of object.members) {
      if (property.key === commentKey) continue;
      const member = new LazyMember(property, lowering, form === "variables" ? "literals" : "templates");
      const labels = form === "configuration" ? labelCounts.get(property.key) : undefined;
      if (labels === undefined) attributes.push(member);
      else for (const block of member.blocks(labels)) blocks.push(block);
    }
  }
  return { body, problems, comments };
}

function rootObjects(root: JsonNode | undefined, form: JsonForm, problems: SyntaxProblem[]): readonly JsonObject[] {
  if (!root || root.type === "broken") return [];
  if (root.type === "object") return [root];
  const { from } = root;
  if (root.type === "array" && form === "configuration") {
    const objects = root.items.filter((item) => item.type === "object");
    if (objects.length === root.items.length) return objects;
  }
  problems.push({ message: "Expected an object as the outermost JSON value", from, to: from + 1 });
  return [];
}

/** JSON has no comments: strings under the key `//` stand for them. */
function commentsIn(root: JsonNode): Comment[] {
  const comments: Comment[] = [];
  const open: JsonNode[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === "array") for (const item of node.items) open.push(item);
    if (node.type !== "object") continue;
    for (const { key, keyFrom: from, value } of node.members) {
      if (key !== commentKey) open.push(value);
      else if (value.type === "string" && value.value.includes("ml-lint")) {
        comments.push({ from, to: value.to, text: value.value.trim(), alone: true });
      }
    }
  }
  return comments.sort((a, b) => a.from - b.from);
}
