import { ChangedLines } from "../../engine/narrowing/changes.ts";
import { Refusal } from "../failure.ts";
import { readDiff } from "./diff.ts";
import { askGit, requireGit, whyNot } from "./run-git.ts";

/** What has changed since a revision: the work tree with everything that is not committed, against the merge base. */
export interface Change {
  readonly lines: ChangedLines;
  /** The lines of then that were changed or taken away. */
  readonly formerLines: ChangedLines;
  /** The files that differ, with what held their content before; undefined for those that were not there. */
  readonly former: ReadonlyMap<string, FormerFile | undefined>;
}

/** A file as git stores it. */
export interface FormerFile {
  readonly blob: string;
}

/** Asks git what has changed below a folder since the merge base with a revision. */
export function changeSince(revision: string, root: string): Change {
  const base = mergeBase(revision, root);
  const lines = new ChangedLines();
  const formerLines = new ChangedLines();
  const former = new Map<string, FormerFile | undefined>();
  for (const { path, isSubmodule, isUnmerged, blob } of differences(base, root)) {
    if (isUnmerged) lines.addFile(path);
    if (isSubmodule) lines.addFolder(path);
    else former.set(path, blob === undefined ? undefined : { blob });
  }
  const patch = requireGit([...diff, "--unified=0", "--find-renames", base, "--"], root).toString("utf8");
  for (const { file, ranges, removals, isBinary, former: before } of readDiff(patch)) {
    if (isBinary) lines.addFile(file);
    for (const range of before.ranges) formerLines.addLines(before.file, range);
    for (const range of ranges) lines.addLines(file, range);
    for (const line of removals) lines.addRemoval(file, line);
  }
  for (const path of untracked(root)) {
    if (path.endsWith("/")) lines.addFolder(path.slice(0, -1));
    else {
      lines.addFile(path);
      former.set(path, undefined);
    }
  }
  return { lines, formerLines, former };
}

const prefixes = ["--src-prefix=a/", "--dst-prefix=b/"];
const diff = ["diff", "--relative", "--no-color", "--no-ext-diff", "--no-textconv", "--submodule=short", ...prefixes];

/** The commit from which a revision and what is checked out went their ways. */
function mergeBase(revision: string, root: string): string {
  const given = commitOf(revision, root);
  const head = commitOf("HEAD", root);
  const { isFine, output } = askGit(["merge-base", given, head], root);
  if (isFine) return output.toString("latin1").trim();
  throw new Refusal(
    isShallow(root)
      ? `The history of this clone is cut off before ${revision} and HEAD meet. ${fetchMore}`
      : `${revision} and HEAD have no commit in common, so that nobody can say what has changed since.`,
  );
}

const fetchMore = "Fetch it whole: git fetch --unshallow, or fetch-depth: 0 for actions/checkout.";

function commitOf(revision: string, root: string): string {
  if (revision.startsWith("-") || /[\0\n]/.test(revision)) {
    throw new Refusal(`The option --changed-since needs a revision, as in origin/main, not ${revision}.`);
  }
  const { isFine, output, complaint } = askGit(["rev-parse", "--verify", "--quiet", `${revision}^{commit}`], root);
  const commit = output.toString("latin1").trim();
  if (isFine && /^[0-9a-f]{40,64}$/.test(commit)) return commit;
  if (complaint !== "") throw new Refusal(noRepository.test(complaint) ? notInGit : whyNot(complaint));
  if (revision === "HEAD") throw new Refusal("There is no commit yet, so that nothing can have changed since one.");
  const hint = isShallow(root) ? ` The history of this clone is cut off. ${fetchMore}` : "";
  throw new Refusal(`git knows no commit ${revision}.${hint}`);
}

const noRepository = /not a git repository/i;
const notInGit =
  "The option --changed-since needs a git repository, and there is none here. To report on some files only, write --focus and their names.";

function isShallow(root: string): boolean {
  return askGit(["rev-parse", "--is-shallow-repository"], root).output.toString("latin1").trim() === "true";
}

interface Difference {
  readonly path: string;
  readonly isSubmodule: boolean;
  readonly isUnmerged: boolean;
  readonly blob: string | undefined;
}

/** The entries of `git diff --raw -z`: modes, blobs and the status, then the path. */
function differences(base: string, root: string): Difference[] {
  const raw = requireGit([...diff, "--raw", "-z", "--no-abbrev", "--no-renames", base, "--"], root).toString("utf8");
  const fields = raw.split("\0");
  const found: Difference[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [oldMode, newMode, blob, , status] = fields[at]!.slice(1).split(" ");
    const isFile = oldMode === "100644" || oldMode === "100755";
    const isSubmodule = oldMode === "160000" || newMode === "160000";
    const isUnmerged = status?.startsWith("U") === true;
    found.push({ path: fields[at + 1]!, isSubmodule, isUnmerged, blob: isFile ? blob : undefined });
  }
  return found;
}

/** What git does not know and does not ignore; another repository in a folder ends with a slash. */
function untracked(root: string): string[] {
  const listed = requireGit(["ls-files", "--others", "--exclude-standard", "-z"], root).toString("utf8");
  return listed.split("\0").filter((path) => path !== "");
}

/** The contents of blobs, in the order asked for. */
export function readBlobs(blobs: readonly string[], root: string): Buffer[] {
  if (blobs.length === 0) return [];
  const answer = requireGit(["cat-file", "--batch"], root, `${blobs.join("\n")}\n`);
  const contents: Buffer[] = [];
  let at = 0;
  for (const blob of blobs) {
    const end = answer.indexOf(10, at);
    const [, type, size] = answer.toString("latin1", at, end).split(" ");
    if (type !== "blob") throw new Refusal(`git has lost the content of ${blob}: fetch the history anew.`);
    contents.push(answer.subarray(end + 1, end + 1 + Number(size)));
    at = end + 1 + Number(size) + 1;
  }
  return contents;
}
