import { Excerpt, type SourceText } from "../../model/place.ts";
import type { Branch, Script } from "./script.ts";
import type { WordReader } from "./shell-words.ts";

interface Announced {
  readonly delimiter: string;
  readonly quoted: boolean;
  /** `<<-` takes the tabs off the front of each line. */
  readonly stripsTabs: boolean;
}

/** The here-documents that the current line has announced, read when the line ends. */
export class HereDocuments {
  readonly #source: SourceText;
  readonly #script: Script;
  readonly #missing = new Set<string>();
  #announced: Announced[] = [];

  constructor(source: SourceText, script: Script) {
    this.#source = source;
    this.#script = script;
  }

  clear(): void {
    this.#announced = [];
  }

  /** Takes note of `<<NAME` at the offset and returns the offset after it; undefined when it is something else. */
  announce(at: number, words: WordReader): number | undefined {
    const text = this.#source.text;
    if (!text.startsWith("<<", at) || text[at + 2] === "<") return undefined;
    const stripsTabs = text[at + 2] === "-";
    let from = at + (stripsTabs ? 3 : 2);
    while (text[from] === " " || text[from] === "\t") from++;
    const word = words.read(from);
    if (!word) return from;
    const delimiter = word.pieces.map((piece) => (piece.form === "literal" ? piece.text : "")).join("");
    const quoted = word.quoted || text.slice(word.from, word.to).includes("\\");
    if (delimiter !== "") this.#announced.push({ delimiter, quoted, stripsTabs });
    return word.to;
  }

  /** Reads the documents that start at the offset; returns the offset of the line after them. */
  read(from: number, order: number, branch: Branch | undefined): number {
    let at = from;
    for (const announced of this.#announced) at = this.#readOne(at, announced, order, branch);
    this.clear();
    return at;
  }

  #readOne(from: number, announced: Announced, order: number, branch: Branch | undefined): number {
    const text = this.#source.text;
    if (this.#missing.has(announced.delimiter)) return from;
    for (let line = from; line < text.length; ) {
      const lineFeed = text.indexOf("\n", line);
      const end = lineFeed < 0 ? text.length : lineFeed;
      const content = text.slice(line, end).replace(/\r$/, "");
      if ((announced.stripsTabs ? content.replace(/^\t+/, "") : content).trimEnd() === announced.delimiter) {
        const excerpt = new Excerpt(this.#source, text.slice(from, line), [{ inner: 0, outer: from }]);
        const expands = !announced.quoted;
        this.#script.documents.push({ source: this.#source, from, to: line, text: excerpt, expands, order, branch });
        return Math.min(end + 1, text.length);
      }
      line = end + 1;
    }
    this.#missing.add(announced.delimiter);
    return from;
  }
}
