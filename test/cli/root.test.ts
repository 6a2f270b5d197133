import { join } from "node:path";
import { expect, test } from "vitest";
import { nameInProject, projectRoot } from "../../src/cli/files/root.ts";
import { folderWith } from "./folder.ts";

test("the repository around the working directory", () => {
  const folder = folderWith({ ".git/HEAD": "", "a/b/c.tf": "" });
  expect(projectRoot([], join(folder, "a"))).toBe(folder);
  expect(projectRoot([join(folder, "a/b")], join(folder, "a/b"))).toBe(folder);
});

test("the repository around the paths, whatever the working directory", () => {
  const folder = folderWith({ "one/.git/HEAD": "", "one/a/b.tf": "", "two/c.tf": "" });
  expect(projectRoot([join(folder, "one/a")], join(folder, "two"))).toBe(join(folder, "one"));
});

test("the working directory where there is no repository", () => {
  const folder = folderWith({ "a/b/c.tf": "" });
  expect(projectRoot([join(folder, "a/b")], folder)).toBe(folder);
});

test("what the paths have in common where they lie elsewhere", () => {
  const folder = folderWith({ "a/b/c.tf": "", "a/d/e.tf": "", "f/g.tf": "" });
  expect(projectRoot([join(folder, "a/b"), join(folder, "a/d")], join(folder, "f"))).toBe(join(folder, "a"));
});

test("names are relative to the root", () => {
  expect(nameInProject("/x/y/z.tf", "/x")).toBe("y/z.tf");
  expect(nameInProject("/x", "/x")).toBe("");
});
