/**
 * Whether a target, which may leave instance keys out, means the resource at a full address: `module.a.x.y` means
 * `module.a["b"].x.y[0]`, and `x.y[0]` does not mean `x.y[1]`.
 */
export function addressMeans(target: string, address: string): boolean {
  let at = 0;
  let index = 0;
  while (index < address.length) {
    if (target[at] === address[index]) {
      at++;
      index++;
      continue;
    }
    if (address[index] !== "[") return false;
    index = endOfKey(address, index);
  }
  return at === target.length;
}

/** The position after an instance key that begins at `from`. */
function endOfKey(address: string, from: number): number {
  let quoted = false;
  for (let index = from + 1; index < address.length; index++) {
    const character = address[index];
    if (quoted && character === "\\") index++;
    else if (character === '"') quoted = !quoted;
    else if (character === "]" && !quoted) return index + 1;
  }
  return address.length;
}
