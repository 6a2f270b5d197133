import type { Place } from "../../../model/place.ts";
import type { Run } from "./run.ts";

interface Memo<T> {
  readonly environment: number;
  /** The variables that differ between environments and that the content depends on. */
  readonly mask: number;
  readonly content: T;
}

/**
 * A named part of a configuration whose content is computed when it is first read, once for all environments in which
 * no variable it depends on differs.
 */
export abstract class Cell<T> {
  #memos: Memo<T>[] | undefined;
  #isActive = false;

  /** What it is called in a message: `local.name`. */
  abstract get name(): string;
  abstract get at(): Place;
  protected abstract compute(run: Run): T;
  /** The content when it cannot be computed. */
  protected abstract giveUp(why: string): T;

  read(run: Run): T {
    const memo = this.#find(run);
    if (memo) {
      run.mask |= memo.mask;
      return memo.content;
    }
    if (this.#isActive) return this.giveUp(reportCycle(this, run));
    if (!run.enter()) return this.giveUp(run.refuse(this.at));
    return this.#computeOnce(run);
  }

  #find(run: Run): Memo<T> | undefined {
    const memos = this.#memos;
    if (!memos) return undefined;
    for (const memo of memos) if (run.sharesWith(memo.environment, memo.mask)) return memo;
    return undefined;
  }

  #computeOnce(run: Run): T {
    const outerMask = run.mask;
    run.mask = 0;
    this.#isActive = true;
    run.active.push(this);
    try {
      const content = this.compute(run);
      const memo = { environment: run.environment, mask: run.mask, content };
      if (this.#memos) this.#memos.push(memo);
      else this.#memos = [memo];
      return content;
    } finally {
      run.mask |= outerMask;
      run.active.pop();
      this.#isActive = false;
      run.leave();
    }
  }
}

function reportCycle(cell: Cell<unknown>, run: Run): string {
  const cycle = run.active.slice(run.active.indexOf(cell));
  const names = cycle.map((member) => member.name).filter((name, index, all) => name !== all[index - 1]);
  const shown = names.length > 12 ? [...names.slice(0, 11), "…"] : names;
  const why = `${cell.name} depends on itself`;
  run.problems.addOnce(`cycle ${[...names].sort()[0]}`, () => ({
    rule: "project/limit-reached",
    message: `${why}: ${[...shown, cell.name].join(" → ")}.`,
    at: cell.at,
    language: "terraform",
    environments: [],
  }));
  return why;
}
