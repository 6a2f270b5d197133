import { spawnSync } from "node:child_process";
import { Refusal } from "../failure.ts";

/** More than any review changes; a larger answer is refused instead of being held in memory. */
const mostBytes = 256 * 1024 * 1024;

/** The variables of git that say how to read a repository; others would lead to a different one. */
const keptVariable = /^GIT_(?:CONFIG|CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM|OBJECT_DIRECTORY|ALTERNATE_)/;

export interface GitAnswer {
  readonly isFine: boolean;
  readonly output: Buffer;
  readonly complaint: string;
}

/** Asks git about the repository around a folder, without a shell, and without programs that a repository names. */
export function askGit(words: readonly string[], folder: string, input = ""): GitAnswer {
  const settings = ["core.fsmonitor=false", "core.quotePath=false", "diff.renameLimit=2000"];
  const options = ["--no-pager", "--literal-pathspecs", ...settings.flatMap((setting) => ["-c", setting])];
  const { error, status, stdout, stderr } = spawnSync("git", [...options, ...words], {
    cwd: folder,
    env: gitEnvironment(process.env),
    input,
    maxBuffer: mostBytes,
    windowsHide: true,
  });
  const { code } = (error ?? {}) as NodeJS.ErrnoException;
  if (code === "ENOENT") throw new Refusal("git is needed to know what has changed, and it cannot be found.");
  if (code === "ENOBUFS") throw new Refusal("The change is larger than 256 MB: choose a revision that is nearer.");
  if (error) throw new Refusal(`git cannot be run: the system says ${code ?? error.message}.`);
  return { isFine: status === 0, output: stdout, complaint: stderr.toString("utf8").trim() };
}

/** The answer of git, or a {@link Refusal} that passes on its complaint. */
export function requireGit(words: readonly string[], folder: string, input = ""): Buffer {
  const answer = askGit(words, folder, input);
  if (answer.isFine) return answer.output;
  throw new Refusal(whyNot(answer.complaint));
}

/** What keeps git from reading a repository, and what to do about it. */
export function whyNot(complaint: string): string {
  const folder = /dubious ownership in repository at '([^'\n]+)'/.exec(complaint)?.[1];
  if (folder !== undefined) {
    return `git does not read this repository, because it belongs to another user. Run: git config --global --add safe.directory ${folder}`;
  }
  const first = complaint.split("\n")[0]?.replace(/^(?:fatal|error): /, "") ?? "";
  return `git cannot say what has changed${first === "" ? "" : `: ${first.replace(/\.$/, "")}`}.`;
}

/** Within a hook, git's own variables speak of the repository that runs the hook; ours is the one around the files. */
function gitEnvironment(variables: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(variables).filter(([name]) => !name.startsWith("GIT_") || keptVariable.test(name));
  return { ...Object.fromEntries(kept), GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0", LC_ALL: "C" };
}
