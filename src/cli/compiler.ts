/**
 * Node 20 optimises functions after few calls, then again when other resources come along. A run is short: it is over
 * sooner when only what is called very often is optimised. Later versions choose better and have no such flag.
 */
export async function optimizeLate(): Promise<void> {
  if (!process.versions.node.startsWith("20.")) return;
  const { setFlagsFromString } = await import("node:v8");
  setFlagsFromString("--interrupt-budget=520000");
}
