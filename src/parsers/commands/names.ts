/** How often each address was given in a file. */
export type Names = Map<string, number>;

/** An address that is unique in its file: the second of the same is numbered. */
export function uniqueAddress(names: Names, wanted: string): string {
  const address = wanted.replaceAll("[", "(").replaceAll("]", ")");
  const count = (names.get(address) ?? 0) + 1;
  names.set(address, count);
  return count === 1 ? address : `${address} (${count})`;
}
