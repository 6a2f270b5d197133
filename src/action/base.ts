import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../cli/failure.ts";
import { type Change, changeSince } from "../cli/git/changed-since.ts";

/** The commit that what triggered the workflow is compared with. */
export interface Base {
  readonly commit: string;
  /** Whether that is what a pull request, or a group of them, goes into. */
  readonly isOfPullRequest: boolean;
}

/** What is different from the base, or why nobody can say. */
export type Difference = { readonly commit: string; readonly change: Change } | { readonly why: string };

/** The base that the payload of an event names. */
export function baseOf(payload: unknown): Base | undefined {
  const pullRequest = commitAt(payload, "pull_request", "base", "sha") ?? commitAt(payload, "merge_group", "base_sha");
  if (pullRequest !== undefined) return { commit: pullRequest, isOfPullRequest: true };
  const before = commitAt(payload, "before");
  return before === undefined ? undefined : { commit: before, isOfPullRequest: false };
}

function commitAt(payload: unknown, ...path: readonly string[]): string | undefined {
  let value = payload;
  for (const name of path) value = (value as Readonly<Record<string, unknown>> | null | undefined)?.[name];
  return typeof value === "string" && /^[0-9a-f]{40,64}$/.test(value) ? value : undefined;
}

/** The payload of the event, as the runner leaves it in a file; undefined where there is none. */
export function readPayload(path: string | undefined): unknown {
  if (!path) return undefined;
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

/** Compares what is checked out with the base. */
export function differenceFrom(base: Base | undefined, root: string): Difference {
  if (base === undefined) return { why: "The event names no commit to compare with." };
  if (/^0+$/.test(base.commit)) return { why: "The branch is new, so that there is no commit to compare it with." };
  if (!existsSync(join(root, ".git"))) return { why: "There is no git repository here to compare with the base." };
  try {
    return { commit: base.commit, change: changeSince(base.commit, root) };
  } catch (error) {
    if (error instanceof Refusal) return { why: error.message };
    throw error;
  }
}
