/** A JSON value with its half-open range of UTF-16 offsets in the text it was read from. */
export type JsonNode = JsonObject | JsonArray | JsonString | JsonNumber | JsonWord | JsonBroken;

export interface JsonObject {
  readonly type: "object";
  readonly from: number;
  readonly to: number;
  /** In source order, repeated keys included. */
  readonly members: readonly JsonMember[];
  /** Whether a key occurs more than once; the last one then wins. */
  readonly repeated: boolean;
}

export interface JsonMember {
  readonly key: string;
  /** The range of the key, quotes included. */
  readonly keyFrom: number;
  readonly keyTo: number;
  readonly value: JsonNode;
}

export interface JsonArray {
  readonly type: "array";
  readonly from: number;
  readonly to: number;
  readonly items: readonly JsonNode[];
}

/** The range holds the quotes, the value is unescaped. */
export interface JsonString {
  readonly type: "string";
  readonly from: number;
  readonly to: number;
  readonly value: string;
}

/** The value is rounded to a double; the text of the range is exact. */
export interface JsonNumber {
  readonly type: "number";
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

export interface JsonWord {
  readonly type: "word";
  readonly from: number;
  readonly to: number;
  readonly value: boolean | null;
}

/** What stands where a value is expected and is none; a problem says why. */
export interface JsonBroken {
  readonly type: "broken";
  readonly from: number;
  readonly to: number;
}

export interface JsonProblem {
  readonly message: string;
  readonly from: number;
  readonly to: number;
}

/** A comment without its marker; only those that speak to ml-lint are kept. */
export interface JsonComment {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Whether nothing but white space stands before it on its line. */
  readonly alone: boolean;
}

export interface JsonDocument {
  /** Undefined when the text holds no value at all. */
  readonly root: JsonNode | undefined;
  readonly problems: readonly JsonProblem[];
  readonly comments: readonly JsonComment[];
  /** The members that a later one with the same key replaces. */
  readonly replaced: readonly JsonMember[];
}

/** The member of that key which counts: the last. */
export function memberOf(object: JsonObject, key: string): JsonMember | undefined {
  const { members } = object;
  for (let index = members.length - 1; index >= 0; index--) if (members[index]!.key === key) return members[index];
  return undefined;
}

/** The members that count: of a repeated key the last, in the order of the first. */
export function membersOf(object: JsonObject): readonly JsonMember[] {
  if (!object.repeated) return object.members;
  const last = new Map<string, JsonMember>();
  for (const member of object.members) last.set(member.key, member);
  return [...last.values()];
}
