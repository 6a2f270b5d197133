import type { SourceText } from "../../model/place.ts";
import type { Step } from "../../model/tree.ts";
import type { Assignment, Branch, Piece, Script, VariableUse, Word } from "./script.ts";
import {
  knownTextOf,
  sameParts,
  sameValue,
  tokenAt,
  type UnknownValue,
  type ValuePart,
  type VariableValue,
} from "./values.ts";

/** Longer values are not followed: nobody writes them, but a hostile script can make them grow without end. */
const longestValue = 100_000;
const mostItems = 2_000;

/** Where in a script a variable is used. */
export interface UseSite {
  readonly source: SourceText;
  readonly order: number;
  readonly branch: Branch | undefined;
}

/** The variables of one file's scripts, each found by what was assigned before its use. */
export class Variables {
  readonly #assignments = new Map<string, Assignment[]>();
  readonly #outside: ReadonlyMap<string, VariableValue>;
  readonly #values = new Map<Assignment, VariableValue>();
  readonly #following = new Set<Assignment>();

  /** `outside` are the variables that the surroundings set: the `env` of a workflow, the variables of a pipeline. */
  constructor(script: Script, outside: ReadonlyMap<string, VariableValue> = new Map()) {
    this.#outside = outside;
    for (const assignment of script.assignments) {
      const known = this.#assignments.get(assignment.name);
      if (known) known.push(assignment);
      else this.#assignments.set(assignment.name, [assignment]);
    }
  }

  /** The value of a piece of a word that stands for a variable. */
  valueOfPiece(piece: VariableUse, use: UseSite): VariableValue {
    if (!piece.fallback) return this.valueOf(piece.name, use);
    const value = this.#isSet(piece.name, use) ? this.valueOf(piece.name, use) : undefined;
    if (value && knownTextOf(value.items.flat()) !== "") return value;
    if (!value && isArgument(piece.name) && isInFunction(use)) {
      const token = tokenAt(use.source, piece.from);
      return single([{ why: `$${piece.name} is an argument of a function`, token, trail: [], many: true }]);
    }
    return single(piece.fallback.flatMap((part) => this.partsOf(part, use, `default of ${shown(piece.name)}`)));
  }

  #isSet(name: string, use: UseSite): boolean {
    if (this.#outside.has(name)) return true;
    return this.#assignments.get(name)?.some((assignment) => reaches(assignment, use)) ?? false;
  }

  /** The value of a variable where it is used. */
  valueOf(name: string, use: UseSite): VariableValue {
    const candidates = this.#candidates(name, use);
    if (!candidates) return this.#outsideValue(name, use);
    const values = candidates.map((assignment) => this.#assigned(assignment));
    const [first, ...others] = values;
    if (others.every((other) => sameValue(first!, other))) return first!;
    return mergeValues(values, {
      why: `${shown(name)} is set in several ways`,
      token: `${tokenAt(use.source, candidates[0]!.from)}@${name}`,
      trail: [],
      many: values.some((value) => value.array),
    });
  }

  #outsideValue(name: string, use: UseSite): VariableValue {
    const value = this.#outside.get(name);
    if (value) return value;
    const token = `${use.source.file}@${name}`;
    return single([{ why: `${shown(name)} is not set in ${use.source.file}`, token, trail: [], many: true }]);
  }

  /**
   * The assignments of which one decides: the last that certainly ran, and those after it that may have. Undefined when
   * the variable may still hold what it held before the script.
   */
  #candidates(name: string, use: UseSite): readonly Assignment[] | undefined {
    const all = this.#assignments.get(name)?.filter((assignment) => reaches(assignment, use));
    if (!all || all.length === 0) return undefined;
    const earlier = all.filter((assignment) => assignment.order < use.order);
    const later = all.filter((assignment) => assignment.order >= use.order);
    const found: Assignment[] = [];
    for (const assignment of earlier.toReversed()) {
      found.push(assignment);
      if (isCertain(assignment, use)) return [...found, ...later];
    }
    const elsewhere = [...found, ...later];
    const certain = elsewhere.some((assignment) => assignment.branch === undefined);
    return certain ? elsewhere : undefined;
  }

  #assigned(assignment: Assignment): VariableValue {
    const known = this.#values.get(assignment);
    if (known) return known;
    if (this.#following.has(assignment)) return this.#unknown(assignment, "depends on itself");
    this.#following.add(assignment);
    const value = this.#evaluate(assignment);
    this.#following.delete(assignment);
    this.#values.set(assignment, value);
    return value;
  }

  #evaluate(assignment: Assignment): VariableValue {
    const { value, name } = assignment;
    if (value === undefined) return this.#unknown(assignment, "takes its value when the script runs");
    const own: VariableValue = isWord(value)
      ? { array: false, items: [this.#parts(value, assignment)] }
      : { array: true, items: value.flatMap((word) => this.#items(word, assignment)) };
    const whole = assignment.append ? append(this.valueOf(name, assignment), own) : own;
    return isTooLong(whole) ? this.#unknown(assignment, "is too long to follow") : whole;
  }

  #unknown(assignment: Assignment, what: string): VariableValue {
    const token = tokenAt(assignment.source, assignment.from);
    return single([{ why: `${shown(assignment.name)} ${what}`, token, trail: [], many: true }]);
  }

  #items(word: Word, assignment: Assignment): (readonly ValuePart[])[] {
    const [only] = word.pieces;
    if (word.pieces.length === 1 && only?.form === "variable" && (only.every || !only.quoted)) {
      const value = this.valueOfPiece(only, assignment);
      if (only.every || value.array) return value.items.map((item) => hop(item, only, assignment));
    }
    return [this.#parts(word, assignment)];
  }

  #parts(word: Word, assignment: Assignment): ValuePart[] {
    return word.pieces.flatMap((piece) => this.partsOf(piece, assignment, assignedIn(assignment)));
  }

  /** What a piece of an assigned word says; `owner` is what the step to it is called. */
  partsOf(piece: Piece, use: UseSite, owner: string): readonly ValuePart[] {
    const at = use.source.place(piece.from, piece.to);
    if (piece.form === "literal") return [{ text: piece.text, trail: [{ at, text: owner }] }];
    if (piece.form === "opaque") {
      const token = tokenAt(use.source, piece.from);
      return [{ why: piece.why, token, trail: [{ at, text: owner }], many: piece.many }];
    }
    const value = this.valueOfPiece(piece, use);
    return hop(inLetters(value.items.flat(), piece.letters), piece, use);
  }
}

function assignedIn(assignment: Assignment): string {
  return `${shown(assignment.name)}, set in ${assignment.source.file}`;
}

function isArgument(name: string): boolean {
  return name >= "0" && name <= "9";
}

function isInFunction(use: UseSite): boolean {
  return branchesOf(use.branch).some((branch) => branch.block.kind === "function");
}

function isWord(value: Word | readonly Word[]): value is Word {
  return !Array.isArray(value);
}

/** The parts with one more step in front: the variable through which they came. */
function hop(parts: readonly ValuePart[], piece: VariableUse, use: UseSite): ValuePart[] {
  const step: Step = { at: use.source.place(piece.from, piece.to), text: shown(piece.name) };
  return parts.map((part) => ({ ...part, trail: [step, ...part.trail] }));
}

/** The parts of a variable in capital or small letters, as `${name^^}` asks. */
export function inLetters(parts: readonly ValuePart[], letters: "upper" | "lower" | undefined): readonly ValuePart[] {
  if (!letters) return parts;
  return parts.map((part) => {
    if ("text" in part)
      return { ...part, text: letters === "upper" ? part.text.toUpperCase() : part.text.toLowerCase() };
    return { ...part, token: `${part.token}:${letters}` };
  });
}

/** A variable's name as a reader of the script knows it. */
export function shown(name: string): string {
  return `$${name}`;
}

function single(parts: readonly ValuePart[]): VariableValue {
  return { array: false, items: [parts] };
}

function append(before: VariableValue, more: VariableValue): VariableValue {
  if (more.array) return { array: true, items: [...before.items, ...more.items] };
  const [first, ...rest] = before.items;
  return { array: before.array, items: [[...(first ?? []), ...(more.items[0] ?? [])], ...rest] };
}

function isTooLong(value: VariableValue): boolean {
  let length = 0;
  if (value.items.length > mostItems) return true;
  for (const item of value.items) {
    if (item.length > mostItems) return true;
    for (const part of item) length += "text" in part ? part.text.length : 1;
  }
  return length > longestValue;
}

/** What several possible values share: of arrays the first items, of texts nothing. */
function mergeValues(values: readonly VariableValue[], unknown: UnknownValue): VariableValue {
  const [first] = values;
  if (!values.every((value) => value.array)) return single([unknown]);
  const shared: (readonly ValuePart[])[] = [];
  for (const [index, item] of first!.items.entries()) {
    if (!values.every((value) => value.items[index] && sameParts(value.items[index]!, item))) break;
    shared.push(item);
  }
  return { array: true, items: [...shared, [unknown]] };
}

/** Whether an assignment can be what a use sees: not in another alternative, a subshell or a function of its own. */
function reaches(assignment: Assignment, use: UseSite): boolean {
  const around = branchesOf(use.branch);
  for (const branch of branchesOf(assignment.branch)) {
    if (around.includes(branch)) continue;
    if (branch.block.kind === "subshell") return false;
    if (branch.block.kind === "function" && assignment.local) return false;
    if (branch.block.kind === "if" && around.some((other) => other.block === branch.block)) return false;
  }
  if (assignment.order < use.order) return true;
  return runsAgain(assignment, around);
}

/** An assignment further down comes first where a loop starts over, or where the use waits in a function. */
function runsAgain(assignment: Assignment, around: readonly Branch[]): boolean {
  const own = branchesOf(assignment.branch);
  return around.some((branch) => {
    if (branch.block.kind === "loop") return own.includes(branch);
    return branch.block.kind === "function" && !own.includes(branch);
  });
}

/** Whether an earlier assignment certainly ran before the use: whatever encloses it also encloses the use. */
function isCertain(assignment: Assignment, use: UseSite): boolean {
  if (assignment.branch === undefined) return assignment.source === use.source;
  return branchesOf(use.branch).includes(assignment.branch);
}

function branchesOf(branch: Branch | undefined): Branch[] {
  const branches: Branch[] = [];
  for (let at = branch; at; at = at.parent) branches.push(at);
  return branches;
}
