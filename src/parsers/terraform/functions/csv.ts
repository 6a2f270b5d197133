import { dynamicType, listType, objectType, stringType, type TerraformType } from "../values/type.ts";
import {
  type Failure,
  failure,
  largestValue,
  listValue,
  type Outcome,
  objectValue,
  stringValue,
} from "../values/value.ts";
import type { Call } from "./call.ts";
import { type Definitions, text } from "./definition.ts";

export const csvFunctions: Definitions = {
  csvdecode: { parameters: [text("str")], returns: listType(dynamicType), run: decode },
};

function decode(call: Call): Outcome {
  const rows = readCsv(call.text(0));
  if ("form" in rows) return rows;
  const [header, ...records] = rows;
  if (!header) return failure("the text has no header line", 0);
  if (new Set(header).size < header.length) return failure("a column name stands twice in the header line", 0);
  const short = records.find((record) => record.length !== header.length);
  if (short) return failure(`a record has ${short.length} fields where the header has ${header.length}`, 0);
  if (records.length * (header.length + 1) > largestValue) {
    return call.unknown(listType(dynamicType), { why: `the value holds more than ${largestValue} elements` });
  }
  const type: TerraformType = objectType(new Map(header.map((name) => [name, stringType])));
  const items = records.map((record) => {
    return objectValue(new Map(header.map((name, at) => [name, stringValue(record[at]!, call.origin)])), call.origin);
  });
  return listValue(type, items, call.origin);
}

/** Records of comma-separated values; blank lines count for nothing, fields in quotes may hold commas and lines. */
function readCsv(source: string): string[][] | Failure {
  const text = source.replaceAll("\r\n", "\n");
  const rows: string[][] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] === "\n") {
      at++;
      continue;
    }
    const row: string[] = [];
    for (;;) {
      const field = text[at] === '"' ? quotedField(text, at) : plainField(text, at);
      if ("form" in field) return field;
      row.push(field.value);
      at = field.to;
      if (text[at] !== ",") break;
      at++;
    }
    rows.push(row);
    at++;
  }
  return rows;
}

interface Field {
  readonly value: string;
  readonly to: number;
}

function plainField(text: string, from: number): Field | Failure {
  let to = from;
  while (to < text.length && text[to] !== "," && text[to] !== "\n") {
    if (text[to] === '"') return failure("a quote stands inside a field that is not quoted", 0);
    to++;
  }
  return { value: text.slice(from, to), to };
}

function quotedField(text: string, from: number): Field | Failure {
  const parts: string[] = [];
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return failure("a quoted field does not end", 0);
    parts.push(text.slice(at, quote));
    if (text[quote + 1] !== '"') {
      const next = text[quote + 1];
      if (next !== undefined && next !== "," && next !== "\n") return failure("something follows a quoted field", 0);
      return { value: parts.join(""), to: quote + 1 };
    }
    parts.push('"');
    at = quote + 2;
  }
}
