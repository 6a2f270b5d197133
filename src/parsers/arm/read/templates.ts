import type { Texts } from "../../../model/files.ts";
import type { SourceText } from "../../../model/place.ts";
import { readJson } from "../../json/reader.ts";
import type { JsonDocument, JsonNode, JsonObject } from "../../json/syntax.ts";
import { Template } from "./template.ts";

/** A JSON file that was read. */
export interface Document extends JsonDocument {
  readonly source: SourceText;
}

/** The files and templates of a run: each is read once, whoever deploys it. */
export class Templates {
  readonly #texts: Texts;
  readonly #documents = new Map<string, Document | undefined>();
  /** The files that templates deploy, with the roots that do. */
  readonly linked = new Map<string, Set<string>>();
  readonly #templates = new Map<JsonObject, Template>();

  constructor(texts: Texts) {
    this.#texts = texts;
  }

  document(path: string): Document | undefined {
    if (this.#documents.has(path)) return this.#documents.get(path);
    const source = this.#texts.get(path);
    const document = source && { source, ...readJson(source.text) };
    this.#documents.set(path, document);
    return document;
  }

  /** The template in a file that a root deploys. */
  linkedFrom(root: string, path: string): Template | undefined {
    const document = this.document(path);
    if (document?.root?.type !== "object") return undefined;
    this.linked.set(path, (this.linked.get(path) ?? new Set()).add(root));
    return this.of(document.source, document.root);
  }

  /** Whether a template is only a part of others. */
  isPart(path: string): boolean {
    const roots = [...(this.linked.get(path) ?? [])];
    return roots.some((root) => root !== path && !this.linked.get(root)?.has(path));
  }

  /** Whether a JSON value holds a syntax error: then it is not judged. */
  isBroken(source: SourceText, node: JsonNode): boolean {
    const problems = this.#documents.get(source.file)?.problems ?? [];
    return problems.some(({ from }) => from >= node.from && from < node.to);
  }

  of(source: SourceText, node: JsonObject): Template {
    const known = this.#templates.get(node);
    if (known) return known;
    const template = new Template(source, node);
    this.#templates.set(node, template);
    return template;
  }
}
