import { readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Provenance } from "../../report/format.ts";

/** The commit that is checked out, read from git's own files; undefined where they do not say. */
export function provenanceOf(root: string): Provenance | undefined {
  const folder = gitFolder(root);
  if (folder === undefined) return undefined;
  const shared = resolve(folder, read(join(folder, "commondir"))?.trim() ?? ".");
  const repositoryUri = webAddress(originOf(read(join(shared, "config")) ?? ""));
  if (repositoryUri === undefined) return undefined;
  const head = read(join(folder, "HEAD"))?.trim() ?? "";
  const reference = head.startsWith("ref: ") ? head.slice("ref: ".length) : undefined;
  const revisionId = reference === undefined ? head : revisionOf(reference, folder, shared);
  const branch = reference?.startsWith("refs/heads/") ? reference.slice("refs/heads/".length) : undefined;
  return {
    repositoryUri,
    ...(revisionId && { revisionId }),
    ...(branch !== undefined && { branch }),
  };
}

function gitFolder(root: string): string | undefined {
  const path = join(root, ".git");
  try {
    if (statSync(path).isDirectory()) return path;
  } catch {
    return undefined;
  }
  const pointer = /^gitdir: (.+)$/m.exec(read(path) ?? "")?.[1];
  return pointer === undefined ? undefined : resolve(root, pointer);
}

function revisionOf(reference: string, folder: string, shared: string): string | undefined {
  const loose = read(join(folder, reference)) ?? read(join(shared, reference));
  if (loose !== undefined) return loose.trim();
  const line = read(join(shared, "packed-refs"))
    ?.split("\n")
    .find((candidate) => candidate.endsWith(` ${reference}`));
  return line?.split(" ")[0];
}

function originOf(config: string): string | undefined {
  const section = config.split(/^\[/m).find((part) => part.startsWith('remote "origin"]'));
  return section === undefined ? undefined : /^\s*url\s*=\s*(\S+)\s*$/m.exec(section)?.[1];
}

/** The address of a repository without user names or passwords; undefined for what is not on the web. */
function webAddress(remote: string | undefined): string | undefined {
  if (remote === undefined) return undefined;
  const secureShell = /^(?:ssh:\/\/)?[\w.-]+@([\w.-]+)[:/](?!\/)(.+)$/.exec(remote);
  const address = secureShell ? `https://${secureShell[1]}/${secureShell[2]}` : remote;
  try {
    const { protocol, host, pathname } = new URL(address.replace(/\.git$/, ""));
    return protocol === "https:" || protocol === "http:" ? `${protocol}//${host}${pathname}` : undefined;
  } catch {
    return undefined;
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
