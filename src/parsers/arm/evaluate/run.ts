import type { Environment } from "../../../model/environment.ts";
import type { Texts } from "../../../model/files.ts";
import type { Place } from "../../../model/place.ts";
import type { Problem } from "../../../model/project.ts";
import type { EmbeddedScript } from "../../parser.ts";
import type { Meanings } from "../read/parse-expression.ts";
import type { Templates } from "../read/templates.ts";

/** Bounds of evaluation: a template can ask for more work than any machine has. */
export const limits = {
  /** Iterations of one copy loop; Azure itself refuses more. */
  copies: 800,
  /** Deployments inside deployments. */
  deployments: 9,
  /** Resources of one template in one environment. */
  resources: 20_000,
  /** Function calls of one template in one environment. */
  steps: 4_000_000,
  /** Items of one list or object. */
  items: 20_000,
};

/** The evaluation of one template in one environment: its bounds and what it reports. */
export class Run {
  /** The path of the root template. */
  readonly root: string;
  readonly environment: Environment;
  readonly texts: Texts;
  readonly meanings: Meanings;
  readonly templates: Templates;
  /** The scripts inside the template. */
  readonly scripts: EmbeddedScript[];
  readonly #problems: Problems;
  depth = 0;
  resources = 0;
  #steps = 0;

  constructor(settings: RunSettings) {
    this.root = settings.root;
    this.environment = settings.environment;
    this.texts = settings.texts;
    this.meanings = settings.meanings;
    this.templates = settings.templates;
    this.scripts = settings.scripts;
    this.#problems = settings.problems;
  }

  /** Counts one step; false when all of them are spent. */
  step(at: () => Place): boolean {
    if (++this.#steps <= limits.steps) return true;
    if (this.#steps === limits.steps + 1) {
      this.limitReached(
        at(),
        `Evaluating this template takes more than ${written(limits.steps)} steps; the rest is left`,
      );
    }
    return false;
  }

  limitReached(at: Place, message: string): void {
    this.report("project/limit-reached", at, message);
  }

  /** Reports a deployment that cannot be followed: what it declares is missing from the root. */
  leaveUnread(at: Place, message: string): void {
    this.#problems.unread.add(message);
    this.report("project/unresolved-module", at, message);
  }

  report(rule: string, at: Place, message: string): void {
    this.#problems.add({ rule, message, at, language: "arm", environments: [this.environment] });
  }
}

export interface RunSettings {
  readonly root: string;
  readonly environment: Environment;
  readonly texts: Texts;
  readonly meanings: Meanings;
  readonly templates: Templates;
  readonly problems: Problems;
  readonly scripts: EmbeddedScript[];
}

/** Problems, of which the same one in several environments is one. */
export class Problems {
  readonly all: Problem[] = [];
  readonly unread = new Set<string>();
  readonly #index = new Map<string, number>();

  add(problem: Problem): void {
    const { file, start } = problem.at;
    const key = `${problem.rule}\0${file}\0${start.line}:${start.column}\0${problem.message}`;
    const index = this.#index.get(key);
    if (index === undefined) {
      this.#index.set(key, this.all.length);
      this.all.push(problem);
      return;
    }
    const known = this.all[index]!;
    const added = problem.environments.filter(({ name }) => !known.environments.some((other) => other.name === name));
    if (known.environments.length > 0 && added.length > 0) {
      this.all[index] = { ...known, environments: [...known.environments, ...added] };
    }
  }
}

/** A number as people write it. */
export function written(count: number): string {
  return count.toLocaleString("en");
}
