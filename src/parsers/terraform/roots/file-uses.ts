import type { Environment } from "../../../model/environment.ts";
import type { Declaration } from "../../../model/resource.ts";
import { declareAssignments } from "../evaluate/assignments.ts";
import { attributesOf } from "../read/body-access.ts";
import type { Sources } from "./sources.ts";

interface Use {
  readonly root: string;
  readonly environments: Environment[];
  readonly declared: Set<string>;
}

/** Which roots and environments read which variable files. */
export class FileUses {
  readonly #sources: Sources;
  readonly #uses = new Map<string, Use>();

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  add(file: string, root: string, environment: Environment): void {
    let use = this.#uses.get(file);
    if (!use) {
      use = { root, environments: [], declared: new Set() };
      this.#uses.set(file, use);
    }
    if (use.root === root) use.environments.push(environment);
    for (const name of this.#sources.syntax(root).variables.keys()) use.declared.add(name);
  }

  declare(): Declaration[] {
    return [...this.#uses].flatMap(([path, use]) => {
      const file = this.#sources.variables(path);
      if (!file) return [];
      return declareAssignments({ ...use, source: file.source, attributes: attributesOf(file.syntax.body) });
    });
  }
}
