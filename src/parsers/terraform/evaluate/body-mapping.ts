import type { Place } from "../../../model/place.ts";
import type { Entry, Mapping, Step, Tree } from "../../../model/tree.ts";
import { trailOf } from "../values/origin.ts";
import type { AttributeCell, BlocksCell, Body } from "./body.ts";
import type { Run } from "./run.ts";

const noSteps: readonly Step[] = [];
/** In JSON, dynamic blocks look like an attribute. */
const dynamicOnly: ReadonlySet<string> = new Set(["dynamic"]);

/** What Terraform itself reads in a resource, and the provider does not see. */
export const metaArguments: ReadonlySet<string> = new Set([
  "count",
  "for_each",
  "provider",
  "depends_on",
  "lifecycle",
  "provisioner",
  "connection",
  "dynamic",
]);

/** The body of a block in one environment, of which nothing is evaluated before it is read. */
export class BodyMapping implements Mapping {
  readonly form = "mapping";
  readonly trail = noSteps;
  readonly header: Place;
  readonly #body: Body;
  readonly #environment: number;
  readonly #hidden: ReadonlySet<string>;
  #entries: ReadonlyMap<string, Entry> | undefined;

  constructor(body: Body, environment: number, hidden: ReadonlySet<string> = dynamicOnly) {
    this.header = body.header;
    this.#body = body;
    this.#environment = environment;
    this.#hidden = hidden;
  }

  get at(): Place {
    return this.header;
  }

  get entries(): ReadonlyMap<string, Entry> {
    if (this.#entries) return this.#entries;
    const entries = new Map<string, Entry>();
    const body = this.#body;
    for (const name of body.content.attributes.keys()) {
      if (!this.#hidden.has(name))
        entries.set(name, new AttributeEntry(body.attribute(name)!, body, this.#environment));
    }
    for (const type of body.blockTypes) {
      if (!this.#hidden.has(type)) entries.set(type, new BlocksEntry(body.blocks(type)!, body, this.#environment));
    }
    this.#entries = entries;
    return entries;
  }
}

abstract class LazyEntry implements Entry {
  protected readonly run: Run;
  protected readonly environment: number;
  #tree: Tree | undefined;

  constructor(body: Body, environment: number) {
    this.run = body.frame.run;
    this.environment = environment;
  }

  get value(): Tree {
    this.#tree ??= this.run.within(this.environment, () => this.read());
    return this.#tree;
  }

  abstract get key(): Place;
  protected abstract read(): Tree;
}

export class AttributeEntry extends LazyEntry {
  readonly #cell: AttributeCell;

  constructor(cell: AttributeCell, body: Body, environment: number) {
    super(body, environment);
    this.#cell = cell;
  }

  get key(): Place {
    const { attribute, source } = this.#cell.sourced;
    return source.place(attribute.nameRange.from, attribute.nameRange.to);
  }

  protected override read(): Tree {
    return this.#cell.tree(this.run);
  }
}

class BlocksEntry extends LazyEntry {
  readonly #cell: BlocksCell;

  constructor(cell: BlocksCell, body: Body, environment: number) {
    super(body, environment);
    this.#cell = cell;
  }

  get key(): Place {
    return this.#cell.at;
  }

  protected override read(): Tree {
    const blocks = this.#cell.read(this.run);
    const at = this.#cell.at;
    if (blocks.form === "undecided") {
      return { form: "undecided", why: blocks.why, at, trail: trailOf(blocks.origin) };
    }
    const items = blocks.bodies.map((body) => new BodyMapping(body, this.environment));
    return { form: "list", at, trail: noSteps, items };
  }
}
