import type { Place } from "../../../model/place.ts";
import type { Piece, Target } from "../../../model/tree.ts";
import type { TerraformNumber } from "./number.ts";
import type { Origin } from "./origin.ts";
import { boolType, numberType, objectType, stringType, type TerraformType, tupleType } from "./type.ts";

/** A value of Terraform's language with its origin. Values never change; make them with the functions below. */
export type TerraformValue = KnownValue | NullValue | UnknownValue;
export type KnownValue = StringValue | NumberValue | BoolValue | SequenceValue | MappingValue;
export type SequenceValue = ListValue | TupleValue;
export type MappingValue = MapValue | ObjectValue;

/** What sticks to a value and to all that is computed from it; a sum of {@link sensitive} and {@link ephemeral}. */
export type Marks = number;
export const unmarked: Marks = 0;
export const sensitive: Marks = 1;
export const ephemeral: Marks = 2;

interface Common {
  readonly origin: Origin;
  readonly marks: Marks;
}

export interface StringValue extends Common {
  readonly form: "string";
  readonly value: string;
  /** The value that `jsonencode` or `yamlencode` made this text of. */
  readonly encoded?: TerraformValue;
}

export interface NumberValue extends Common {
  readonly form: "number";
  readonly value: TerraformNumber;
}

export interface BoolValue extends Common {
  readonly form: "bool";
  readonly value: boolean;
}

/** What collections know of their content, so that nobody has to walk it. */
interface Content {
  /** Nothing inside is unknown, at any depth. */
  readonly whollyKnown: boolean;
  /** The marks of all that is inside, at any depth. */
  readonly innerMarks: Marks;
  readonly depth: number;
  /** The number of values, this one and all inside; a long text counts for several. */
  readonly size: number;
}

/** A list, or a set: its items are then distinct and in Terraform's order. */
export interface ListValue extends Common, Content {
  readonly form: "list" | "set";
  readonly element: TerraformType;
  readonly items: readonly TerraformValue[];
}

export interface TupleValue extends Common, Content {
  readonly form: "tuple";
  readonly items: readonly TerraformValue[];
}

export interface MapValue extends Common, Content {
  readonly form: "map";
  readonly element: TerraformType;
  readonly entries: ReadonlyMap<string, TerraformValue>;
  /** Where keys are written, as far as they are. */
  readonly keys?: ReadonlyMap<string, Place>;
}

export interface ObjectValue extends Common, Content {
  readonly form: "object";
  readonly entries: ReadonlyMap<string, TerraformValue>;
  readonly keys?: ReadonlyMap<string, Place>;
}

export interface NullValue extends Common {
  readonly form: "null";
  readonly type: TerraformType;
}

/** What is not decidable before apply. */
export interface UnknownValue extends Common, Unknowns {
  readonly form: "unknown";
  readonly type: TerraformType;
}

/** All that may nevertheless be known of an unknown. */
export interface Unknowns {
  /** A clause that stands alone and groups with its like: "var.subnet_id has no value". */
  readonly why: string;
  /** The attribute of another resource that this value is, if it is just that. */
  readonly target?: Target;
  /** The known pieces of a string, with holes between them. */
  readonly pieces?: readonly Piece[];
  /** It is certainly not null. */
  readonly notNull?: true;
  /** Bounds, both inclusive, of a number or of a collection's length. */
  readonly range?: Range;
  /** The value of which `jsonencode` or `yamlencode` makes the text, where parts of that are unknown. */
  readonly encoded?: TerraformValue;
}

export interface Range {
  readonly min?: TerraformNumber;
  readonly max?: TerraformNumber;
}

/** A failed operation: what Terraform would refuse, as one sentence. `argument` counts from 0. */
export interface Failure {
  readonly form: "failure";
  readonly message: string;
  readonly argument?: number;
}

export type Outcome = TerraformValue | Failure;

export function failure(message: string, argument?: number): Failure {
  return argument === undefined ? { form: "failure", message } : { form: "failure", message, argument };
}

/** Deeper values become unknown, so that whoever walks a value needs no bound of his own. */
export const deepestValue = 128;
/** Larger collections become unknown. */
export const largestValue = 500_000;
/** Longer texts become unknown. */
export const longestText = 1_000_000;

/** Strings are compared, measured and shown in Unicode's composed form. */
export function stringValue(value: string, origin: Origin, marks = unmarked): StringValue | UnknownValue {
  if (value.length > longestText) return tooLongText(origin, marks);
  return { form: "string", value: composed(value), origin, marks };
}

/** What stands for a text that nobody should build, because it would be too long. */
export function tooLongText(origin: Origin, marks = unmarked): UnknownValue {
  const why = `the text is longer than ${longestText} characters`;
  return unknownValue(stringType, { why, notNull: true }, origin, marks);
}

function composed(text: string): string {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x2ff) return text.normalize("NFC");
  return text;
}

export function numberValue(value: TerraformNumber, origin: Origin, marks = unmarked): NumberValue {
  return { form: "number", value, origin, marks };
}

export function boolValue(value: boolean, origin: Origin, marks = unmarked): BoolValue {
  return { form: "bool", value, origin, marks };
}

export function nullValue(type: TerraformType, origin: Origin, marks = unmarked): NullValue {
  return { form: "null", type, origin, marks };
}

export function unknownValue(type: TerraformType, known: Unknowns, origin: Origin, marks = unmarked): UnknownValue {
  return { form: "unknown", type, ...known, origin, marks };
}

export function tupleValue(
  items: readonly TerraformValue[],
  origin: Origin,
  marks = unmarked,
): TupleValue | UnknownValue {
  const content = contentOf(items);
  if (typeof content === "string") return tooLarge({ kind: "dynamic" }, content, origin, marks);
  return { form: "tuple", items, origin, marks, ...content };
}

/** All items must have the element type; `convert` brings them there. */
export function listValue(
  element: TerraformType,
  items: readonly TerraformValue[],
  origin: Origin,
  marks = unmarked,
): ListValue | UnknownValue {
  const content = contentOf(items);
  if (typeof content === "string") return tooLarge({ kind: "list", element }, content, origin, marks);
  return { form: "list", element, items, origin, marks, ...content };
}

/** All values must have the element type; `convert` brings them there. */
export function mapValue(
  element: TerraformType,
  entries: ReadonlyMap<string, TerraformValue>,
  origin: Origin,
  marks = unmarked,
  keys?: ReadonlyMap<string, Place>,
): MapValue | UnknownValue {
  const content = contentOf(entries.values());
  if (typeof content === "string") return tooLarge({ kind: "map", element }, content, origin, marks);
  return { form: "map", element, entries, origin, marks, ...content, ...(keys && { keys }) };
}

export function objectValue(
  entries: ReadonlyMap<string, TerraformValue>,
  origin: Origin,
  marks = unmarked,
  keys?: ReadonlyMap<string, Place>,
): ObjectValue | UnknownValue {
  const content = contentOf(entries.values());
  if (typeof content === "string") return tooLarge({ kind: "dynamic" }, content, origin, marks);
  return { form: "object", entries, origin, marks, ...content, ...(keys && { keys }) };
}

function tooLarge(type: TerraformType, why: string, origin: Origin, marks: Marks): UnknownValue {
  return unknownValue(type, { why, notNull: true }, origin, marks);
}

export function contentOf(values: Iterable<TerraformValue>): Content | string {
  let whollyKnown = true;
  let innerMarks = unmarked;
  let depth = 0;
  let size = 1;
  for (const value of values) {
    innerMarks |= value.marks;
    if (value.form === "unknown") whollyKnown = false;
    if ("size" in value) {
      size += value.size;
      if (value.depth > depth) depth = value.depth;
      if (!value.whollyKnown) whollyKnown = false;
      innerMarks |= value.innerMarks;
    } else size += value.form === "string" ? 1 + (value.value.length >> 6) : 1;
  }
  if (depth >= deepestValue) return `the value nests more than ${deepestValue} levels deep`;
  if (size > largestValue) return `the value holds more than ${largestValue} elements`;
  return { whollyKnown, innerMarks, depth: depth + 1, size };
}

export function typeOf(value: TerraformValue): TerraformType {
  switch (value.form) {
    case "string":
      return stringType;
    case "number":
      return numberType;
    case "bool":
      return boolType;
    case "list":
    case "set":
    case "map":
      return { kind: value.form, element: value.element };
    case "tuple":
      return tupleType(value.items.map(typeOf));
    case "object":
      return objectType(new Map([...value.entries].map(([name, inner]) => [name, typeOf(inner)])));
    default:
      return value.type;
  }
}

export function isSequence(value: TerraformValue): value is SequenceValue {
  return value.form === "list" || value.form === "tuple" || value.form === "set";
}

export function isMapping(value: TerraformValue): value is MappingValue {
  return value.form === "map" || value.form === "object";
}

/** Whether it is a set of which not even the length is known, because items may turn out to be equal. */
export function isOpenSet(value: SequenceValue): boolean {
  return value.form === "set" && !value.whollyKnown && value.items.length > 1;
}

/** Whether nothing of it is unknown, at any depth. */
export function isWhollyKnown(value: TerraformValue): boolean {
  return "whollyKnown" in value ? value.whollyKnown : value.form !== "unknown";
}

/** The marks of a value and of all that is inside it. */
export function marksWithin(value: TerraformValue): Marks {
  return "innerMarks" in value ? value.marks | value.innerMarks : value.marks;
}

export function withOrigin<V extends TerraformValue>(value: V, origin: Origin): V {
  return value.origin === origin ? value : { ...value, origin };
}

/** The value with these marks added. */
export function withMarks<V extends TerraformValue>(value: V, marks: Marks): V {
  return (value.marks | marks) === value.marks ? value : { ...value, marks: value.marks | marks };
}

/** The value without any marks, at any depth. */
export function withoutMarks(value: TerraformValue): TerraformValue {
  if (marksWithin(value) === unmarked) return value;
  const plain: TerraformValue = { ...value, marks: unmarked };
  if (!("innerMarks" in plain) || plain.innerMarks === unmarked) return plain;
  if (isSequence(plain)) return { ...plain, innerMarks: unmarked, items: plain.items.map(withoutMarks) };
  const entries = new Map<string, TerraformValue>();
  for (const [key, inner] of plain.entries) entries.set(key, withoutMarks(inner));
  return { ...plain, innerMarks: unmarked, entries };
}
