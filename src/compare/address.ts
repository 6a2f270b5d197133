const longest = 30;

/** An address without the expressions of ARM that no reader follows: `storage-{uniqueString(…)}` as `storage-{…}`. */
export function withoutLongExpressions(address: string): string {
  if (address.length <= longest || !address.includes("{")) return address;
  let shown = "";
  let depth = 0;
  let start = 0;
  for (let at = 0; at < address.length; at++) {
    const character = address[at]!;
    if (character === "{" && depth++ === 0) start = at;
    else if (character === "}" && depth > 0) {
      if (--depth === 0) shown += at - start > longest ? "{…}" : address.slice(start, at + 1);
    } else if (depth === 0) shown += character;
  }
  return depth === 0 ? shown : shown + withoutCutExpression(address.slice(start));
}

/** An expression that was cut for its length ends in a mark instead of its brace. */
function withoutCutExpression(text: string): string {
  const cut = text.indexOf("….");
  return cut < 0 ? text : `{…}${text.slice(cut + 1)}`;
}
