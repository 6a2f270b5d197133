import type { Place, SourceText } from "../../../model/place.ts";
import { ProblemList } from "../problem-list.ts";
import type { Range } from "../read/syntax.ts";
import type { TerraformValue } from "../values/value.ts";
import type { Cell } from "./cell.ts";
import { defaultLimits, type Limits } from "./limits.ts";

/** How the reasons begin that values give for being too large. */
const bounds = ["the text is longer than", "the value nests more than", "the value holds more than"];

/** What the evaluation of one root has in hand while it walks through expressions. */
export class Run {
  /** The environment that is being evaluated, by its position in the root. */
  environment = 0;
  /** Which of the variables that differ between environments were read, as bits, since this was last cleared. */
  mask = 0;
  readonly limits: Limits;
  readonly problems: ProblemList;
  /** The cells that are being evaluated, outermost first. */
  readonly active: Cell<unknown>[] = [];
  readonly #differences: readonly (readonly number[])[];
  #depth = 0;
  #steps = 0;
  #blocks = 0;
  #mostSteps: number;

  /** `differences[a]![b]!` holds the bits of the variables that differ between environments a and b. */
  constructor(
    differences: readonly (readonly number[])[] = [[0]],
    problems = new ProblemList(),
    limits: Limits = defaultLimits,
  ) {
    this.#differences = differences;
    this.problems = problems;
    this.limits = limits;
    this.#mostSteps = limits.steps;
  }

  /** Whether what was computed in another environment out of the variables in `mask` is the same in this one. */
  sharesWith(environment: number, mask: number): boolean {
    return mask === 0 || environment === this.environment || (mask & this.#row(environment)) === 0;
  }

  /** Evaluates in an environment; what it reads does not count for whoever is evaluating around it. */
  within<T>(environment: number, evaluate: () => T): T {
    const outer = this.environment;
    const mask = this.mask;
    this.environment = environment;
    try {
      return evaluate();
    } finally {
      this.environment = outer;
      this.mask = mask;
    }
  }

  /** Goes one expression deeper; false when a bound is reached, which `refuse` reports. Else a `leave` must follow. */
  enter(): boolean {
    if (this.#depth >= this.limits.depth || ++this.#steps > this.#mostSteps) return false;
    this.#depth++;
    return true;
  }

  /** Reports the bound that stopped `enter`, and gives the reason back. */
  refuse(at: Place): string {
    if (this.#depth < this.limits.depth) return this.#exceed(this.#tooLong(), () => at);
    return this.#exceed(`expressions and references nest more than ${this.limits.depth} levels deep`, () => at);
  }

  leave(): void {
    this.#depth--;
  }

  /** Counts what a value costs beside the expression that gave it. */
  charge(value: TerraformValue): void {
    if (value.form === "string") this.#steps += value.value.length >> 6;
    else if ("size" in value) this.#steps += value.size;
  }

  /** Counts what it costs a function to look at a value. */
  chargeReading(value: TerraformValue): void {
    if ("size" in value) this.#steps += value.size >> 3;
  }

  /** Reports a value that is unknown because it would be too large. */
  noticeBound(why: string, source: SourceText, { from, to }: Range): void {
    if (bounds.some((bound) => why.startsWith(bound))) this.#exceed(why, () => source.place(from, to));
  }

  /** Counts an instance of a block; tells why not when there are too many. */
  countBlock(at: () => Place): string | undefined {
    this.#mostSteps += this.limits.stepsPerBlock;
    if (++this.#blocks <= this.limits.blocks) return undefined;
    return this.#exceed(`the root has more than ${this.limits.blocks} instances of blocks`, at);
  }

  /** Reports that a bound cut the evaluation short, and gives the reason back. */
  exceed(why: string, at: () => Place): string {
    return this.#exceed(why, at);
  }

  #tooLong(): string {
    return `the evaluation of this root takes more than ${this.#mostSteps} steps`;
  }

  #exceed(why: string, at: () => Place): string {
    this.problems.addOnce(why, () => ({
      rule: "project/limit-reached",
      message: `Evaluation stops here because ${why}: what depends on this is not checked.`,
      at: at(),
      language: "terraform",
      environments: [],
    }));
    return why;
  }

  #row(environment: number): number {
    return this.#differences[environment]?.[this.environment] ?? -1;
  }
}
