import type { Block, Branch } from "./script.ts";

type Opener = "if" | "case" | "loop" | "function" | "subshell" | "group";

interface OpenBlock {
  readonly opener: Opener;
  readonly block: Block;
  readonly parent: Branch | undefined;
  /** Between `if` and `then` runs the condition, whatever it says; before a pattern of `case` nothing runs. */
  armed: boolean;
  branch: Branch;
}

/** Keeps track of which blocks of a shell script are open, without minding what does not fit. */
export class Blocks {
  readonly #open: OpenBlock[] = [];
  readonly #floor: Branch | undefined;
  #announced: string | undefined;
  #awaitsDo = false;
  /** Set after `test … &&`: what follows may not run. */
  #conditional: Branch | undefined;
  #last = "";

  constructor(floor?: Branch) {
    this.#floor = floor;
  }

  get depth(): number {
    return this.#open.length;
  }

  /** Where a statement that comes next stands. */
  get branch(): Branch | undefined {
    return this.#conditional ?? this.#enclosing();
  }

  #enclosing(): Branch | undefined {
    for (let index = this.#open.length - 1; index >= 0; index--) {
      const open = this.#open[index]!;
      if (open.armed) return open.branch;
    }
    return this.#floor;
  }

  open(opener: Opener): void {
    const parent = this.branch;
    const name = opener === "function" ? this.#announced : undefined;
    const kind = opener === "case" ? "if" : opener;
    const block: Block = { kind, ...(name && { name }) };
    this.#open.push({ opener, block, parent, armed: opener !== "if" && opener !== "case", branch: { block, parent } });
    this.#announced = undefined;
    this.#conditional = undefined;
  }

  close(opener: Opener): void {
    const index = this.#open.findLastIndex((open) => open.opener === opener);
    if (index >= 0) this.#open.length = index;
    this.#conditional = undefined;
  }

  /** Begins the next alternative of the innermost block, if it is of that kind. */
  nextArm(opener: "if" | "case"): void {
    const open = this.#open.at(-1);
    if (open?.opener !== opener) return;
    open.branch = { block: open.block, parent: open.parent };
    open.armed = true;
    this.#conditional = undefined;
  }

  /** After `;;` the next pattern comes. */
  endArm(): void {
    const open = this.#open.at(-1);
    if (open?.opener === "case") open.armed = false;
  }

  expectsPattern(): boolean {
    const open = this.#open.at(-1);
    return open?.opener === "case" && !open.armed;
  }

  /** Handles a reserved word at the start of a command; false when it is an ordinary word. */
  keyword(word: string): boolean {
    switch (word) {
      case "if":
        this.open("if");
        return true;
      case "then":
      case "elif":
      case "else":
        this.nextArm("if");
        return true;
      case "fi":
        this.close("if");
        return true;
      case "while":
      case "until":
        this.open("loop");
        this.#awaitsDo = true;
        return true;
      case "do":
        if (this.#awaitsDo) this.#awaitsDo = false;
        else this.open("loop");
        return true;
      case "done":
        this.close("loop");
        return true;
      case "esac":
        this.close("case");
        return true;
      case "{":
        this.open(this.#announced ? "function" : "group");
        return true;
      case "}":
        this.#closeBrace();
        return true;
      case "!":
      case "time":
      case "coproc":
        return true;
      default:
        return false;
    }
  }

  #closeBrace(): void {
    const index = this.#open.findLastIndex((open) => open.opener === "function" || open.opener === "group");
    if (index >= 0) this.#open.length = index;
    this.#conditional = undefined;
  }

  /** The next brace opens the body of that function. */
  announceFunction(name: string): void {
    this.#announced = name;
  }

  ran(name: string): void {
    this.#last = name;
  }

  /** `&&` or `||`: after a test, and after any failure, what follows runs only sometimes. */
  chain(operator: string): void {
    const tests = this.#last === "[" || this.#last === "[[" || this.#last === "test" || this.#last === "grep";
    if (operator === "&" && !tests) return;
    this.#conditional ??= { block: { kind: "conditional" }, parent: this.#enclosing() };
  }

  endList(): void {
    this.#conditional = undefined;
  }
}
