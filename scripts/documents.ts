import { readFileSync } from "node:fs";
import { globbySync } from "globby";
import { type Mode, repository, settle } from "./repository.ts";
import { Sandbox } from "./sandbox.ts";

/**
 * Runs every command that the documents for people show, and writes its output below it, or checks that it is what stands
 * there. Commands stand in blocks of `console`, behind `$ `; a comment above the block says where they are run:
 *
 *     <!-- in a copy of examples/platform -->                 the blocks below, too, until another comment says otherwise
 *     <!-- in a copy of examples/platform, after: git init -->
 *     <!-- in an empty folder -->
 *     <!-- not run: it needs GitHub -->                       for one block, of `console` or `sh`
 */
export function main(mode: Mode): number {
  const paths = globbySync(["README.md", "CONTRIBUTING.md", "docs/*.md"], { cwd: repository }).sort();
  const files = new Map(paths.map((path) => [path, playDocument(readFileSync(path, "utf8"), path)]));
  return settle(mode, files, "npm run docs");
}

const block = /^(?:<!-- (?<comment>[^\n]*) -->\n\n)?```(?<language>console|sh)\n(?<body>.*?)^```$/gms;

/** The document with the outputs that its commands have now. */
export function playDocument(document: string, path: string): string {
  const stage = new Stage(path);
  try {
    return document.replace(block, (whole: string, comment: string | undefined, language: string, body: string) => {
      if (!stage.set(comment, language)) return whole;
      const played = stage.play(body);
      return `${comment === undefined ? "" : `<!-- ${comment} -->\n\n`}\`\`\`${language}\n${played}\`\`\``;
    });
  } finally {
    stage.clear();
  }
}

const place = /^in (?:an empty folder|a copy of (?<folder>[\w/.-]+))(?:, after: (?<before>.+))?$/;

/** Where the commands of one document run, one block after the other. */
class Stage {
  readonly #path: string;
  #sandbox: Sandbox | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  /** Makes ready for a block; false where it is not to be run. */
  set(comment: string | undefined, language: string): boolean {
    if (comment?.startsWith("not run: ")) return false;
    if (language === "sh")
      throw new Error(`${this.#path}: a block of sh says why it is "not run", or is one of console`);
    if (comment !== undefined) this.#enter(comment);
    return true;
  }

  #enter(comment: string): void {
    const named = place.exec(comment)?.groups;
    if (!named) throw new Error(`${this.#path}: "${comment}" names no place to run commands in`);
    this.clear();
    this.#sandbox = new Sandbox(named.folder);
    if (named.before !== undefined) this.#run(named.before);
  }

  /** The commands of a block, each with what it prints. */
  play(body: string): string {
    const commands = body.split("\n").filter((line) => line.startsWith("$ "));
    if (commands.length === 0) throw new Error(`${this.#path}: a block of console has no command`);
    return commands.map((line) => `${line}\n${this.#run(line.slice(2))}`).join("");
  }

  #run(command: string): string {
    if (!this.#sandbox) throw new Error(`${this.#path}: nothing says where ${command} is to be run`);
    const { output, status } = this.#sandbox.run(command);
    if (status !== 0 && status !== 1) throw new Error(`${this.#path}: ${command} ends with ${status}:\n${output}`);
    return output.replace(/[ \t]+$/gm, "");
  }

  clear(): void {
    this.#sandbox?.remove();
    this.#sandbox = undefined;
  }
}
