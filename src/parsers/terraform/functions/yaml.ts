import type { Node, Pair, Scalar, YAMLMap } from "yaml";
import { dynamicType, stringType } from "../values/type.ts";
import {
  boolValue,
  type Failure,
  failure,
  isWhollyKnown,
  nullValue,
  numberValue,
  type Outcome,
  objectValue,
  stringValue,
  type TerraformValue,
  tupleValue,
} from "../values/value.ts";
import type { Call } from "./call.ts";
import { anything, type Definitions, text } from "./definition.ts";
import { type Engines, engines } from "./engines.ts";
import { plainScalar } from "./yaml-scalar.ts";
import { yamlText } from "./yaml-text.ts";

export const yamlFunctions: Definitions = {
  yamlencode: {
    parameters: [anything("value", { null: true, unknown: true })],
    returns: stringType,
    run: (call) => {
      const value = call.args[0]!;
      if (!isWhollyKnown(value)) return call.unknown(stringType, { encoded: value });
      const encoded = call.textResult(yamlText(value));
      return encoded.form === "string" ? { ...encoded, encoded: value } : encoded;
    },
  },
  yamldecode: { parameters: [text("src", { unknown: true })], returns: dynamicType, nullable: true, run: decode },
};

type Yaml = NonNullable<Engines["yaml"]>;

/** Deeper nesting is refused, so that reading it needs no bound of its own. */
const deepest = 120;

function decode(call: Call): Outcome {
  const source = call.args[0]!;
  if (source.form === "unknown") return source.encoded ?? call.unknownOrNull(dynamicType);
  const yaml = engines().yaml;
  if (!yaml) return call.unknownOrNull(dynamicType, "the reader of YAML is not loaded");
  const content = call.text(0);
  if (nestsTooDeep(content)) return failure("the text nests too deep", 0);
  const documents = yaml.parseAllDocuments(content, {
    schema: "failsafe",
    uniqueKeys: false,
    version: "1.2",
    merge: false,
  });
  if (!Array.isArray(documents) || documents.length === 0) return failure("the text holds no YAML document", 0);
  const [document, ...others] = documents;
  const error = documents.flatMap(({ errors }) => errors)[0];
  if (error) return failure(`the text is no YAML: ${error.message.split("\n")[0]}`, 0);
  if (others.length > 0) return failure("the text holds more than one YAML document", 0);
  const { yaml: directive } = document!.directives ?? {};
  if (directive?.explicit && directive.version !== "1.1")
    return failure("the document is of another version of YAML", 0);
  const explicit = document!.directives?.docStart;
  if (!explicit && isEmptyRoot(yaml, document!.contents)) return failure("the text holds no YAML document", 0);
  return new Reader(call, yaml).read(document!.contents, 0);
}

function isEmptyRoot(yaml: Yaml, root: unknown): boolean {
  return root === null || (yaml.isScalar(root) && root.value === null && (root.source ?? "") === "");
}

/** Flow brackets and indentation bound the nesting from above, before anything recurses. */
function nestsTooDeep(content: string): boolean {
  let open = 0;
  let column = 0;
  let leading = true;
  for (let at = 0; at < content.length; at++) {
    const character = content[at];
    if (character === "\n") {
      column = 0;
      leading = true;
    } else if (character === "[" || character === "{") open++;
    else if (character === "]" || character === "}") open = Math.max(0, open - 1);
    else if (leading && (character === " " || character === "-" || character === "?" || character === ":")) column++;
    else leading = false;
    if (open > deepest || (leading && column > deepest * 8)) return true;
  }
  return false;
}

class Reader {
  readonly #call: Call;
  readonly #yaml: Yaml;
  readonly #anchors = new Map<string, TerraformValue>();

  constructor(call: Call, yaml: Yaml) {
    this.#call = call;
    this.#yaml = yaml;
  }

  read(node: unknown, depth: number): Outcome {
    if (depth > deepest) return failure("the text nests too deep", 0);
    if (node === null || node === undefined) return nullValue(dynamicType, this.#call.origin);
    if (this.#yaml.isAlias(node)) {
      return this.#anchors.get(node.source) ?? failure(`the anchor "${node.source}" is not defined`, 0);
    }
    const value = this.#readNode(node as Node, depth);
    const anchor = (node as { anchor?: string }).anchor;
    if (anchor && value.form !== "failure") this.#anchors.set(anchor, value);
    return value;
  }

  #readNode(node: Node, depth: number): Outcome {
    const { tag } = node;
    if (tag && !tag.startsWith("tag:yaml.org,2002:")) return failure(`the tag ${tag} is not known`, 0);
    if (this.#yaml.isScalar(node)) return this.#readScalar(node);
    if (this.#yaml.isSeq(node)) {
      const items: TerraformValue[] = [];
      for (const item of node.items) {
        const inner = this.read(item, depth + 1);
        if (inner.form === "failure") return inner;
        items.push(inner);
      }
      return tupleValue(items, this.#call.origin);
    }
    return this.#yaml.isMap(node) ? this.#readMap(node, depth) : failure("the text is no YAML", 0);
  }

  #readScalar(node: Scalar): Outcome {
    const { origin } = this.#call;
    const source = typeof node.value === "string" ? node.value : (node.source ?? "");
    if (node.tag && node.tag !== "tag:yaml.org,2002:str") return this.#tagged(node, source);
    if (node.tag || (node.type !== undefined && node.type !== "PLAIN")) return stringValue(source, origin);
    const scalar = plainScalar(source);
    if (scalar === "null") return nullValue(dynamicType, origin);
    if (scalar === "nan") return failure("the text holds NaN, which is no number of Terraform", 0);
    if ("number" in scalar) return numberValue(scalar.number, origin);
    return "bool" in scalar ? boolValue(scalar.bool, origin) : stringValue(scalar.text, origin);
  }

  /** A tag forces the meaning of a plain scalar; on a quoted one Terraform ignores it. */
  #tagged(node: Scalar, source: string): Outcome {
    if (node.type !== "PLAIN" || node.tag === "tag:yaml.org,2002:binary") return stringValue(source, this.#call.origin);
    const { tag: _, ...plain } = node as Scalar & { tag?: string };
    return this.#readScalar({ ...plain, type: "PLAIN", value: node.value } as Scalar);
  }

  #readMap(node: YAMLMap, depth: number): Outcome {
    const entries = new Map<string, TerraformValue>();
    const merged = new Map<string, TerraformValue>();
    for (const pair of node.items) {
      const wrong = this.#readPair(pair, entries, merged, depth);
      if (wrong) return wrong;
    }
    for (const [name, value] of merged) if (!entries.has(name)) entries.set(name, value);
    return objectValue(entries, this.#call.origin);
  }

  #readPair(
    pair: Pair,
    entries: Map<string, TerraformValue>,
    merged: Map<string, TerraformValue>,
    depth: number,
  ): Failure | undefined {
    const value = this.read(pair.value, depth + 1);
    if (value.form === "failure") return value;
    if (this.#isMergeKey(pair.key)) return mergeInto(merged, value);
    const key = this.read(pair.key, depth + 1);
    if (key.form === "failure") return key;
    if (key.form === "null") return failure("a key of a mapping is null", 0);
    const name = key.form === "string" ? key.value : key.form === "bool" ? String(key.value) : this.#source(pair.key);
    if (name === undefined) return failure("a key of a mapping is no text", 0);
    entries.set(name, value);
    return undefined;
  }

  #isMergeKey(key: unknown): boolean {
    return this.#yaml.isScalar(key) && key.value === "<<" && (key.type === "PLAIN" || key.type === undefined);
  }

  #source(key: unknown): string | undefined {
    return this.#yaml.isScalar(key) && typeof key.value === "string" ? key.value : undefined;
  }
}

function mergeInto(merged: Map<string, TerraformValue>, value: TerraformValue): Failure | undefined {
  const sources = value.form === "tuple" ? value.items : [value];
  for (const source of sources) {
    if (source.form !== "object") return failure("only mappings can be merged by <<", 0);
    for (const [name, inner] of source.entries) if (!merged.has(name)) merged.set(name, inner);
  }
  return undefined;
}
