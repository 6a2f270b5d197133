import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { provenanceOf } from "../../src/cli/git/provenance.ts";
import { folderWith } from "./folder.ts";

const revision = "0123456789abcdef0123456789abcdef01234567";

function config(url: string): string {
  return `[core]\n\tbare = false\n[remote "upstream"]\n\turl = https://example.com/other\n[remote "origin"]\n\turl = ${url}\n`;
}

describe("the commit that is checked out", () => {
  test("a branch", () => {
    const folder = folderWith({
      ".git/HEAD": "ref: refs/heads/topic/one\n",
      ".git/refs/heads/topic/one": `${revision}\n`,
      ".git/config": config("https://example.com/team/platform.git"),
    });
    expect(provenanceOf(folder)).toEqual({
      repositoryUri: "https://example.com/team/platform",
      revisionId: revision,
      branch: "topic/one",
    });
  });

  test("a branch that git packed", () => {
    const folder = folderWith({
      ".git/HEAD": "ref: refs/heads/main\n",
      ".git/packed-refs": `# pack-refs with: peeled\n${revision} refs/heads/main\n`,
      ".git/config": config("https://example.com/x"),
    });
    expect(provenanceOf(folder)?.revisionId).toBe(revision);
  });

  test("a commit without a branch", () => {
    const folder = folderWith({ ".git/HEAD": `${revision}\n`, ".git/config": config("https://example.com/x") });
    expect(provenanceOf(folder)).toEqual({ repositoryUri: "https://example.com/x", revisionId: revision });
  });

  test("a second work tree", () => {
    const folder = folderWith({
      "main/.git/worktrees/two/HEAD": "ref: refs/heads/two\n",
      "main/.git/worktrees/two/commondir": "../..\n",
      "main/.git/refs/heads/two": revision,
      "main/.git/config": config("https://example.com/x"),
      "two/.git": "gitdir: ../main/.git/worktrees/two\n",
    });
    expect(provenanceOf(join(folder, "two"))).toEqual({
      repositoryUri: "https://example.com/x",
      revisionId: revision,
      branch: "two",
    });
  });
});

describe("the address of the repository", () => {
  test.each([
    ["git@example.com:team/platform.git", "https://example.com/team/platform"],
    ["ssh://git@example.com/team/platform.git", "https://example.com/team/platform"],
    ["https://user:secret@example.com/team/platform", "https://example.com/team/platform"],
    ["https://example.com/team/platform?token=secret", "https://example.com/team/platform"],
  ])("%s holds no secret", (url, address) => {
    const folder = folderWith({ ".git/HEAD": revision, ".git/config": config(url) });
    expect(provenanceOf(folder)?.repositoryUri).toBe(address);
  });

  test.each(["/srv/git/platform.git", "file:///srv/git/platform", "../platform"])("%s is not on the web", (url) => {
    const folder = folderWith({ ".git/HEAD": revision, ".git/config": config(url) });
    expect(provenanceOf(folder)).toBeUndefined();
  });

  test("there is none without a repository or an origin", () => {
    expect(provenanceOf(folderWith({}))).toBeUndefined();
    expect(provenanceOf(folderWith({ ".git/HEAD": revision, ".git/config": "[core]\n" }))).toBeUndefined();
  });
});
