import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { changeSince, readBlobs } from "../../src/cli/git/changed-since.ts";
import { whyNot } from "../../src/cli/git/run-git.ts";
import { folderWith } from "./folder.ts";
import { Repository } from "./repository.ts";

afterEach(() => vi.unstubAllEnvs());

const ten = Array.from({ length: 10 }, (_, index) => `line ${index + 1}\n`).join("");

/** The lines of a file, among the first dozen, that count as changed. */
function changedLines(folder: string, file: string, revision = "HEAD"): number[] {
  const { lines } = changeSince(revision, folder);
  return Array.from({ length: 12 }, (_, index) => index + 1).filter((line) => {
    return lines.lineIn({ file, start: { line, column: 1 }, end: { line, column: 2 } }) !== undefined;
  });
}

describe("what has changed", () => {
  test("lines of the work tree, staged or not", () => {
    const repository = new Repository({ "a.tf": ten, "b.tf": ten });
    repository.write({ "a.tf": ten.replace("line 2", "other"), "b.tf": ten.replace("line 9", "other") });
    repository.git("add", "b.tf");
    expect(changedLines(repository.folder, "a.tf")).toEqual([2]);
    expect(changedLines(repository.folder, "b.tf")).toEqual([9]);
  });

  test("lines of commits since the merge base, and not those of the other branch", () => {
    const repository = new Repository({ "a.tf": ten });
    repository.git("checkout", "--quiet", "-b", "topic");
    repository.write({ "a.tf": ten.replace("line 2", "ours") });
    repository.commit();
    repository.git("checkout", "--quiet", "main");
    repository.write({ "a.tf": ten.replace("line 9", "theirs") });
    repository.commit();
    repository.git("checkout", "--quiet", "topic");
    expect(changedLines(repository.folder, "a.tf", "main")).toEqual([2]);
  });

  test("a file that git does not know as a whole, but none that it ignores", () => {
    const repository = new Repository({ ".gitignore": "secret.tfvars\n" });
    repository.write({ "new.tf": ten, "secret.tfvars": ten });
    expect(changedLines(repository.folder, "new.tf")).toHaveLength(12);
    expect(changedLines(repository.folder, "secret.tfvars")).toEqual([]);
  });

  test("a renamed file by its own lines", () => {
    const repository = new Repository({ "old.tf": ten });
    repository.git("mv", "old.tf", "new.tf");
    repository.write({ "new.tf": ten.replace("line 4", "other") });
    expect(changedLines(repository.folder, "new.tf")).toEqual([4]);
  });

  test("a file that is no text as a whole", () => {
    const repository = new Repository({ "a.ps1": "a\0b\n" });
    repository.write({ "a.ps1": "a\0c\n" });
    expect(changedLines(repository.folder, "a.ps1")).toHaveLength(12);
  });

  test("nothing where only the rights of a file differ", () => {
    const repository = new Repository({ "a.sh": ten });
    repository.git("update-index", "--chmod=+x", "a.sh");
    expect(changedLines(repository.folder, "a.sh")).toEqual([]);
  });

  test("a file whose name is odd", () => {
    const name = 'a "b" ünï\t{x}.tf';
    const repository = new Repository({ [name]: ten });
    repository.write({ [name]: ten.replace("line 3", "other") });
    expect(changedLines(repository.folder, name)).toEqual([3]);
  });

  test("a line behind which others were taken away", () => {
    const repository = new Repository({ "a.tf": ten });
    repository.write({ "a.tf": ten.replace("line 4\nline 5\n", "") });
    const whole = { file: "a.tf", start: { line: 1, column: 1 }, end: { line: 9, column: 1 } };
    expect(changedLines(repository.folder, "a.tf")).toEqual([]);
    expect(changeSince("HEAD", repository.folder).lines.removalIn(whole)).toBe(3);
  });

  test("the files of another repository in a folder", () => {
    const repository = new Repository({ "a.tf": ten });
    mkdirSync(join(repository.folder, "inner"));
    repository.git("init", "--quiet", "inner");
    repository.write({ "inner/x.tf": ten });
    repository.git("-C", "inner", "add", "x.tf");
    repository.git("-C", "inner", "commit", "--quiet", "--message=x");
    expect(changedLines(repository.folder, "inner/x.tf")).toHaveLength(12);
  });

  test("paths count from the folder asked about, and what lies above is left alone", () => {
    const repository = new Repository({ "a.tf": ten, "infra/b.tf": ten });
    repository.write({ "a.tf": "x\n", "infra/b.tf": ten.replace("line 2", "other") });
    const { former } = changeSince("HEAD", join(repository.folder, "infra"));
    expect([...former.keys()]).toEqual(["b.tf"]);
  });
});

describe("what was there before", () => {
  test("the content of changed and removed files; nothing for new ones", () => {
    const repository = new Repository({ "a.tf": "one\n", "b.tf": "two\n" });
    repository.write({ "a.tf": "three\n", "c.tf": "four\n" });
    repository.remove("b.tf");
    const { former } = changeSince("HEAD", repository.folder);
    expect([...former].map(([path, file]) => [path, file !== undefined])).toEqual([
      ["a.tf", true],
      ["b.tf", true],
      ["c.tf", false],
    ]);
    const blobs = [former.get("b.tf")!.blob, former.get("a.tf")!.blob];
    expect(readBlobs(blobs, repository.folder).map(String)).toEqual(["two\n", "one\n"]);
  });
});

describe("git says why not", () => {
  test("there is no repository", () => {
    expect(() => changeSince("main", folderWith({ "a.tf": ten }))).toThrow(/needs a git repository/);
  });

  test("there is no such revision", () => {
    const { folder } = new Repository({ "a.tf": ten });
    expect(() => changeSince("origin/main", folder)).toThrow("git knows no commit origin/main.");
  });

  test("there is no commit", () => {
    expect(() => changeSince("HEAD", new Repository().folder)).toThrow("There is no commit yet");
  });

  test("the history is cut off", () => {
    const origin = new Repository({ "a.tf": ten });
    origin.git("checkout", "--quiet", "-b", "topic");
    origin.commit();
    origin.git("checkout", "--quiet", "main");
    origin.commit();
    const clone = new Repository();
    clone.git("fetch", "--quiet", "--depth=1", `file://${origin.folder}`, "main:main2", "topic:topic");
    clone.git("checkout", "--quiet", "topic");
    expect(() => changeSince("main2", clone.folder)).toThrow(/cut off before main2 and HEAD meet.*fetch-depth: 0/);
    expect(() => changeSince("main", clone.folder)).toThrow(/git knows no commit main\..*fetch-depth: 0/);
  });

  test("two histories have nothing in common", () => {
    const repository = new Repository({ "a.tf": ten });
    repository.git("checkout", "--quiet", "--orphan", "other");
    repository.commit();
    expect(() => changeSince("main", repository.folder)).toThrow(/have no commit in common/);
  });

  test.each(["--output=x", "-h", "a\nb", "a\0b"])("%j is no revision", (revision) => {
    const { folder } = new Repository({ "a.tf": ten });
    expect(() => changeSince(revision, folder)).toThrow(/needs a revision/);
  });

  test("a repository belongs to somebody else", () => {
    const complaint = "fatal: detected dubious ownership in repository at '/srv/x'\nTo add an exception…";
    expect(whyNot(complaint)).toBe(
      "git does not read this repository, because it belongs to another user. Run: git config --global --add safe.directory /srv/x",
    );
  });
});

describe("the surroundings do not matter", () => {
  test("variables of a hook that speak of another repository", () => {
    const repository = new Repository({ "a.tf": ten });
    repository.write({ "a.tf": ten.replace("line 2", "other") });
    const other = new Repository({ "b.tf": ten });
    vi.stubEnv("GIT_DIR", join(other.folder, ".git"));
    vi.stubEnv("GIT_WORK_TREE", other.folder);
    vi.stubEnv("GIT_INDEX_FILE", join(other.folder, ".git/index"));
    expect(changedLines(repository.folder, "a.tf")).toEqual([2]);
  });

  test("settings of the repository that change what a diff looks like", () => {
    const repository = new Repository({ "a.tf": ten });
    for (const [name, value] of [
      ["diff.noprefix", "true"],
      ["diff.mnemonicPrefix", "true"],
      ["color.ui", "always"],
      ["diff.external", "false"],
      ["diff.context", "9"],
    ] as const) {
      repository.git("config", name, value);
    }
    repository.write({ "a.tf": ten.replace("line 2", "other") });
    expect(changedLines(repository.folder, "a.tf")).toEqual([2]);
  });

  test("a second work tree", () => {
    const repository = new Repository({ "a.tf": ten });
    const second = join(folderWith({}), "second");
    repository.git("worktree", "add", "--quiet", second);
    expect(changedLines(second, "a.tf")).toEqual([]);
  });
});
