import type { Place } from "../../../model/place.ts";
import { convert } from "../values/convert.ts";
import { toFloat } from "../values/number.ts";
import { type Origin, written } from "../values/origin.ts";
import { dynamicType, numberType, stringType } from "../values/type.ts";
import {
  isMapping,
  numberValue,
  type Outcome,
  objectValue,
  type TerraformValue,
  unknownValue,
} from "../values/value.ts";
import { Cell } from "./cell.ts";
import type { Content } from "./content.ts";
import { evaluate } from "./expression.ts";
import { pairsOf } from "./for.ts";
import type { Binding, Frame } from "./frame.ts";
import type { Run } from "./run.ts";

/** The key of an instance of a block; undefined where the block has just one. */
export type InstanceKey = string | number | undefined;

export interface Element {
  readonly key: TerraformValue;
  readonly value: TerraformValue;
}

/** Which instances count or for_each make of a block. */
export type Instances =
  | { readonly form: "single" }
  | { readonly form: "count"; readonly count: number; readonly origin: Origin }
  | { readonly form: "each"; readonly elements: ReadonlyMap<string, Element> }
  | { readonly form: "undecided"; readonly by: "count" | "for_each"; readonly why: string; readonly origin: Origin };

const single: Instances = { form: "single" };

/** What count and for_each of a block come to. */
export class InstancesCell extends Cell<Instances> {
  readonly at: Place;
  readonly name: string;
  readonly #content: Content;
  readonly #frame: Frame;

  constructor(name: string, at: Place, content: Content, frame: Frame) {
    super();
    this.name = name;
    this.at = at;
    this.#content = content;
    this.#frame = frame;
  }

  /** Whether the block has instances with keys at all. */
  get isRepeated(): boolean {
    return this.#content.attribute("count") !== undefined || this.#content.attribute("for_each") !== undefined;
  }

  protected override compute(run: Run): Instances {
    const by = this.#content.attribute("count") ? "count" : "for_each";
    const written = this.#content.attribute(by);
    if (!written) return single;
    const outcome = evaluate(written.attribute.expression, { ...this.#frame, source: written.source });
    return by === "count" ? this.#counted(outcome, run) : this.#forEach(outcome, run);
  }

  #counted(outcome: Outcome, run: Run): Instances {
    const count = outcome.form === "failure" ? outcome : convert(outcome, numberType);
    if (count.form === "failure") return this.#undecided("count", count.message);
    if (count.form === "unknown") return this.#undecided("count", count.why, count.origin);
    if (count.form !== "number") return this.#undecided("count", "count is null");
    const number = toFloat(count.value);
    if (!Number.isInteger(number) || number < 0) return this.#undecided("count", "count is no whole number");
    const why = this.#checkNumber(number, run);
    return why ? this.#undecided("count", why) : { form: "count", count: number, origin: count.origin };
  }

  #forEach(outcome: Outcome, run: Run): Instances {
    if (outcome.form === "failure") return this.#undecided("for_each", outcome.message);
    if (outcome.form === "unknown") return this.#undecided("for_each", outcome.why, outcome.origin);
    const pairs = isMapping(outcome) || outcome.form === "set" ? pairsOf(outcome) : undefined;
    if (!pairs) return this.#undecided("for_each", "for_each is neither a map nor a set of strings");
    const why = this.#checkNumber(pairs.length, run);
    if (why) return this.#undecided("for_each", why);
    const elements = new Map<string, Element>();
    for (const [key, value] of pairs) {
      if (key.form === "unknown") return this.#undecided("for_each", key.why, key.origin);
      const text = convert(key, stringType);
      if (text.form !== "string") return this.#undecided("for_each", "for_each is no set of strings");
      elements.set(text.value, { key: text, value: outcome.form === "set" ? text : value });
    }
    return { form: "each", elements };
  }

  #checkNumber(number: number, run: Run): string | undefined {
    if (number <= run.limits.instances) return undefined;
    return run.exceed(`${this.name} has ${number} instances, more than ${run.limits.instances}`, () => this.at);
  }

  #undecided(by: "count" | "for_each", why: string, origin: Origin = written(this.at)): Instances {
    return { form: "undecided", by, why, origin };
  }

  protected override giveUp(why: string): Instances {
    return this.#undecided(this.#content.attribute("count") ? "count" : "for_each", why);
  }
}

/** `count` or `each` inside one instance. */
export class InstanceBinding implements Binding {
  readonly name: "count" | "each";
  readonly outer: Binding | undefined;
  readonly isOuter = true;
  readonly #instances: InstancesCell;
  readonly #key: InstanceKey;

  constructor(name: "count" | "each", instances: InstancesCell, key: InstanceKey, outer: Binding | undefined) {
    this.name = name;
    this.#instances = instances;
    this.#key = key;
    this.outer = outer;
  }

  read(run: Run): TerraformValue {
    const instances = this.#instances.read(run);
    const origin = written(this.#instances.at);
    if (instances.form === "count" && typeof this.#key === "number") {
      return objectValue(new Map([["index", numberValue(this.#key, anonymous(instances.origin))]]), origin);
    }
    const element = instances.form === "each" ? instances.elements.get(String(this.#key)) : undefined;
    if (element)
      return objectValue(
        new Map([
          ["key", element.key],
          ["value", element.value],
        ]),
        origin,
      );
    return this.#undecided(instances, origin);
  }

  #undecided(instances: Instances, origin: Origin): TerraformValue {
    const why = instances.form === "undecided" ? instances.why : `${this.#instances.name} has no such instance`;
    const unknown = (type: typeof stringType | typeof numberType | typeof dynamicType) => {
      return unknownValue(type, { why }, instances.form === "undecided" ? instances.origin : origin);
    };
    const entries: [string, TerraformValue][] =
      this.name === "count"
        ? [["index", unknown(numberType)]]
        : [
            ["key", unknown(stringType)],
            ["value", unknown(dynamicType)],
          ];
    return objectValue(new Map(entries), origin);
  }
}

function anonymous(origin: Origin): Origin {
  return written(origin.at);
}
