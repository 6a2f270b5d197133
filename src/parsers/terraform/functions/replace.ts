import type { RE2JS } from "re2js";
import { mapPieces, piecesOf } from "../values/pieces.ts";
import { stringType } from "../values/type.ts";
import { longestText, type Outcome, tooLongText, type UnknownValue } from "../values/value.ts";
import type { Call } from "./call.ts";
import { eachMatch, type Matcher, prepare } from "./regex.ts";
import { tooMuchWork } from "./work.ts";

/** A text between slashes is a pattern, anything else stands for itself. */
export function replaceText(call: Call): Outcome {
  const value = call.args[0]!;
  const [search, replacement] = [call.text(1), call.text(2)];
  if (value.form === "unknown") return replaceInPieces(call, value, search, replacement);
  const text = call.text(0);
  if (!isPattern(search)) {
    const parts = search === "" ? ["", ...text, ""] : text.split(search);
    const isTooLong = text.length + (parts.length - 1) * replacement.length > longestText;
    return isTooLong ? tooLongText(call.origin) : call.textResult(parts.join(replacement));
  }
  const compiled = prepare(call, search.slice(1, -1), text);
  return "form" in compiled ? compiled : replaceMatches(call, compiled, text, replacement);
}

function isPattern(search: string): boolean {
  return search.length >= 2 && search.startsWith("/") && search.endsWith("/");
}

/** One character cannot stand across the border of two pieces, so that replacing it keeps the known ones. */
function replaceInPieces(call: Call, value: UnknownValue, search: string, replacement: string): UnknownValue {
  if (search.length !== 1) return call.unknown(stringType);
  const name = `replace ${JSON.stringify([search, replacement])}`;
  return call.unknown(stringType, {
    pieces: mapPieces(piecesOf(value), name, (piece) => piece.split(search).join(replacement)),
  });
}

function replaceMatches(call: Call, compiled: RE2JS, text: string, replacement: string): Outcome {
  const names = compiled.namedGroups();
  const parts: string[] = [];
  let length = 0;
  let from = 0;
  const done = eachMatch(call, compiled, text, (matcher) => {
    const expanded = expand(replacement, (name) => groupNamed(compiled, names, matcher, name));
    length += expanded?.length ?? longestText + 1;
    parts.push(text.slice(from, matcher.start()), expanded ?? "");
    from = matcher.end();
    return length <= longestText;
  });
  if (length > longestText) return tooLongText(call.origin);
  if (!done) return call.unknown(stringType, { why: tooMuchWork });
  parts.push(text.slice(from));
  return call.textResult(parts.join(""));
}

function groupNamed(compiled: RE2JS, names: Readonly<Record<string, number>>, matcher: Matcher, name: string): string {
  const at = /^[0-9]+$/.test(name) ? Number(name) : Object.hasOwn(names, name) ? names[name] : undefined;
  return at === undefined || at > compiled.groupCount() ? "" : (matcher.group(at) ?? "");
}

/** Puts groups for `$1`, `${1}`, `$name` and `${name}`; a name is as long as it can be. Undefined if that is too long. */
function expand(template: string, group: (name: string) => string): string | undefined {
  if (!template.includes("$")) return template;
  let length = 0;
  const expanded = template.replace(
    /\$(?:\$|\{([0-9A-Za-z_]+)\}|([0-9A-Za-z_]+))/g,
    (all, braced?: string, bare?: string) => {
      if (all === "$$") return "$";
      const value = group((braced ?? bare)!);
      length += value.length;
      return length > longestText ? "" : value;
    },
  );
  return length > longestText ? undefined : expanded;
}
