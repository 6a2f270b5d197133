import { placeKey } from "../../model/place.ts";
import type { Problem } from "../../model/project.ts";

/** The problems of a run, each reported once although evaluation may meet it in every environment. */
export class ProblemList {
  readonly items: Problem[] = [];
  readonly #seen = new Set<string>();

  add(problem: Problem): void {
    this.addOnce(`${problem.rule}\0${problem.message}\0${placeKey(problem.at)}`, () => problem);
  }

  /** Adds a problem unless one was added under the same key. */
  addOnce(key: string, problem: () => Problem): void {
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.items.push(problem());
  }
}
