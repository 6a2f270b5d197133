import { directoryOf, resolvePath } from "../../../model/project-path.ts";
import type { Piece } from "../../../model/tree.ts";
import type { JsonNode, JsonObject } from "../../json/syntax.ts";
import { find } from "../read/members.ts";
import type { Template } from "../read/template.ts";
import type { Unresolved } from "./deployment.ts";
import type { Frame } from "./frame.ts";
import { valueOfNode } from "./json-value.ts";
import { piecesOf } from "./text.ts";

/** The template that a `templateLink` names, if it lies in the project. */
export function findLinked(properties: JsonObject, frame: Frame): Template | Unresolved {
  const link = find(properties, "templateLink");
  const at: JsonNode = link ?? find(properties, "template") ?? properties;
  if (!link) return { why: "its template is computed", at };
  const relative = find(link, "relativePath") ?? find(link, "uri");
  if (!relative) return { why: "its template is not in the project", at };
  const pieces = piecesOf(valueOfNode(relative, frame, "templateLink"));
  for (const path of candidates(pieces ?? [])) {
    const resolved = resolvePath(directoryOf(frame.source.file), path.replaceAll("\\", "/"));
    const template = resolved === undefined ? undefined : frame.run.templates.linkedFrom(frame.run.root, resolved);
    if (template) return template;
  }
  return { why: "its template is not in the project", at };
}

/**
 * The relative paths that a link may mean: itself, or what stands behind the unknown address of the place where the
 * files are put before the deployment.
 */
function candidates(pieces: readonly Piece[]): string[] {
  const paths: string[] = [];
  for (const piece of pieces) {
    if (typeof piece !== "string") continue;
    const path = piece.split("?")[0]!;
    if (!path.toLowerCase().endsWith(".json") || path.includes("://")) continue;
    paths.push(path.replace(/^\/+/, ""));
  }
  return paths;
}
