import { type Document, isMap, isScalar, isSeq, type Node, type Pair } from "yaml";
import type { EntryPath } from "../../engine/settings/configuration-source.ts";
import { type Place, SourceText } from "../../model/place.ts";

/** Says where the entries of a configuration stand. */
export class ConfigurationPlaces {
  readonly #document: Document;
  readonly #source: SourceText;

  /** `file` is the name under which places are shown. */
  constructor(document: Document, text: string, file: string) {
    this.#document = document;
    this.#source = new SourceText(file, text);
  }

  /** The key of an entry, or the item of a list; the innermost there is, where the path leads on. */
  readonly of = (path: EntryPath): Place => {
    let node = this.#document.contents as Node | null | undefined;
    let found: Node | null | undefined = node;
    for (const step of path) {
      const next = stepInto(node, step);
      if (next === undefined) break;
      [found, node] = [next.shown, next.value];
    }
    const [from, to] = found?.range ?? [0, 0];
    return this.#source.place(from, isScalar(found) ? to : this.#endOfLine(from));
  };

  #endOfLine(from: number): number {
    const end = this.#source.text.indexOf("\n", from);
    return end < 0 ? this.#source.text.length : end;
  }
}

interface Step {
  /** What is pointed at. */
  readonly shown: Node | null | undefined;
  readonly value: Node | null | undefined;
}

function stepInto(node: Node | null | undefined, step: string | number): Step | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === step) as
      | Pair<Node, Node>
      | undefined;
    return pair && { shown: pair.key, value: pair.value };
  }
  const item = isSeq(node) && typeof step === "number" ? (node.items[step] as Node | undefined) : undefined;
  return item && { shown: item, value: item };
}
