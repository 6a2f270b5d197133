import type { Texts } from "../../../model/files.ts";
import { within } from "../../../model/project-path.ts";
import { attributesOf, blocksOf } from "../read/body-access.ts";
import { parseHcl } from "../read/hcl.ts";

/** The version of a provider that the lock file of a root holds. */
export function lockedVersion(texts: Texts, root: string, provider: string): string | undefined {
  const source = texts.get(within(root, ".terraform.lock.hcl"));
  if (!source) return undefined;
  const block = blocksOf(parseHcl(source).body, "provider").find(({ labels }) =>
    labels[0]?.text.endsWith(`/${provider}`),
  );
  const version = block && attributesOf(block.body).find(({ name }) => name === "version")?.expression;
  return version?.type === "string" ? version.value : undefined;
}
