/** A rule's page taken apart: what a user reads and what CI runs. */
export interface RulePage {
  readonly title: string;
  /** The headings of its sections, in order. */
  readonly sections: readonly string[];
  readonly intro: string;
  readonly examples: readonly Example[];
  readonly links: readonly string[];
}

/** One or more files that are linted together, under a heading that names the source. */
export interface Example {
  readonly verdict: "bad" | "good";
  readonly heading: string;
  readonly files: readonly ExampleFile[];
  /** Why its findings cannot be mended by a fix, though the rule has one. */
  readonly noFix: string | undefined;
}

export interface ExampleFile {
  readonly path: string;
  /** The text without its markers. */
  readonly text: string;
  readonly markers: readonly Marker[];
  /** The first line of the block's content in the page, counted from 1. */
  readonly pageLine: number;
}

/** `<- reported` or `<- reported in prod, dev` at the end of a line: a finding of the rule starts here. */
export interface Marker {
  readonly file: string;
  readonly line: number;
  readonly environments: readonly string[] | undefined;
}

const defaultFile: Readonly<Record<string, string>> = {
  hcl: "main.tf",
  terraform: "main.tf",
  tfvars: "terraform.tfvars",
  json: "main.json",
  jsonc: "main.json",
  bash: "deploy.sh",
  sh: "deploy.sh",
  powershell: "deploy.ps1",
  yaml: "main.yaml",
};

const marker = /[ \t]*(?:#|\/\/|<!--)[ \t]*<-[ \t]*reported(?:[ \t]+in[ \t]+([\w, -]+?))?[ \t]*(?:-->)?[ \t]*$/;

const noFix = "No fix: ";

const verdicts = { Bad: "bad", Good: "good" } as const;

/** Takes a page apart. Blocks of `text` are output, not input. */
export function parseRulePage(markdown: string): RulePage {
  const reader = new PageReader();
  for (const [index, line] of markdown.split("\n").entries()) reader.line(line, index + 1);
  return {
    title: reader.title,
    sections: reader.sections,
    intro: reader.intro.join("\n").trim(),
    examples: reader.examples,
    links: [...markdown.matchAll(/\]\(([^)\s]+)\)|<(https?:[^>\s]+)>/g)].map((match) => match[1] ?? match[2]!),
  };
}

class PageReader {
  title = "";
  readonly sections: string[] = [];
  readonly intro: string[] = [];
  readonly examples: Example[] = [];
  #example: { noFix: string | undefined } | undefined;
  #files: ExampleFile[] | undefined;
  #block: { info: string; lines: string[]; pageLine: number } | undefined;

  line(line: string, number: number): void {
    if (this.#block) {
      if (line.startsWith("```")) this.#endBlock();
      else this.#block.lines.push(line);
    } else if (line.startsWith("```")) {
      this.#block = { info: line.slice(3).trim(), lines: [], pageLine: number + 1 };
    } else if (line.startsWith("# ")) this.title = line.slice(2);
    else if (line.startsWith("## ")) {
      this.sections.push(line.slice(3));
      this.#files = undefined;
      this.#example = undefined;
    } else if (line.startsWith("### ")) this.#beginExample(line.slice(4));
    else if (this.sections.length === 0) this.intro.push(line);
    else if (line.startsWith(noFix) && this.#example) this.#example.noFix = line.slice(noFix.length);
  }

  #beginExample(heading: string): void {
    const section = this.sections.at(-1);
    if (section !== "Bad" && section !== "Good") return;
    this.#files = [];
    const example = { verdict: verdicts[section], heading, files: this.#files, noFix: undefined };
    this.examples.push(example);
    this.#example = example;
  }

  #endBlock(): void {
    const { info, lines, pageLine } = this.#block!;
    this.#block = undefined;
    const [language = "", name] = info.split(/\s+/);
    if (language === "text" || !this.#files) return;
    const path = name ?? defaultFile[language];
    if (!path) throw new Error(`the block at line ${pageLine} names neither a language nor a file`);
    this.#files.push(exampleFile(path, lines, pageLine));
  }
}

function exampleFile(path: string, lines: readonly string[], pageLine: number): ExampleFile {
  const markers: Marker[] = [];
  const kept = lines.map((line, index) => {
    const match = marker.exec(line);
    if (!match) return line;
    const environments = match[1]?.split(",").map((name) => name.trim());
    markers.push({ file: path, line: index + 1, environments });
    return line.slice(0, match.index);
  });
  return { path, text: `${kept.join("\n")}\n`, markers, pageLine };
}
