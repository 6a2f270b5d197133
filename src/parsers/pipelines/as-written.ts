import type { Entry, Tree } from "../../model/tree.ts";
import type { PipelineFile } from "./walk.ts";

const known = new WeakMap<PipelineFile["document"], PipelineFile>();

/** A file in which numbers and truth values are the texts that stand there: Azure Pipelines knows only texts. */
export function asWritten(file: PipelineFile): PipelineFile {
  const { source, document } = file;
  let written = known.get(document);
  if (!written) {
    const root = new Rewriting(file).tree(document.root);
    written = { source, document: { ...document, root } };
    known.set(document, written);
    known.set(written.document, written);
  }
  return written;
}

class Rewriting {
  readonly #file: PipelineFile;
  /** An alias makes a tree appear in several places; each tree is rewritten once. */
  readonly #done = new Map<Tree, Tree>();

  constructor(file: PipelineFile) {
    this.#file = file;
  }

  tree(tree: Tree): Tree {
    const done = this.#done.get(tree);
    if (done) return done;
    const written = this.#rewritten(tree);
    this.#done.set(tree, written);
    return written;
  }

  #rewritten(tree: Tree): Tree {
    if (tree.form === "list") return { ...tree, items: tree.items.map((item) => this.tree(item)) };
    if (tree.form === "mapping") {
      const entries = new Map<string, Entry>();
      for (const [key, entry] of tree.entries) entries.set(key, { ...entry, value: this.tree(entry.value) });
      return { ...tree, entries };
    }
    if (tree.form !== "leaf" || (typeof tree.value !== "number" && typeof tree.value !== "boolean")) return tree;
    const { source, document } = this.#file;
    const span = document.spans.get(tree);
    return span ? { ...tree, value: source.text.slice(span.from, span.to) } : tree;
  }
}
