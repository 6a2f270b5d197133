import { execFileSync } from "node:child_process";
import { symlinkSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DiskFiles } from "../../src/cli/files/files.ts";
import { folderWith } from "./folder.ts";

const utf16 = (text: string) => Buffer.from(text, "utf16le");

describe("decoding", () => {
  test.each<[string, Uint8Array]>([
    ["UTF-8", Buffer.from("é = 1")],
    ["UTF-8 with a mark", Buffer.from("\ufeffé = 1")],
    ["UTF-16, little end first", utf16("\ufeffé = 1")],
    ["UTF-16, big end first", utf16("\ufeffé = 1").swap16()],
    ["UTF-16 with half a character at the end", Buffer.concat([utf16("\ufeffé = 1").swap16(), Buffer.from([0x20])])],
  ])("%s", (_name, bytes) => {
    expect(new DiskFiles(folderWith({ a: bytes })).read("a")).toBe("é = 1");
  });
});

describe("what a project can see", () => {
  const outside = () => {
    const folder = folderWith({ "project/a.tf": "a", "secret.tf": "secret", "secrets/b.tf": "secret" });
    return { folder, files: new DiskFiles(join(folder, "project")) };
  };

  test("a file", () => {
    expect(outside().files.read("a.tf")).toBe("a");
  });

  test.each(["../secret.tf", "x/../../secret.tf", "a.tf/../../secret.tf", "a\0b"])("nothing at %j", (path) => {
    expect(outside().files.read(path)).toBeUndefined();
  });

  test("nothing behind a link to a file outside, and it says so", () => {
    const { folder, files } = outside();
    symlinkSync("../secret.tf", join(folder, "project/link.tf"));
    expect(files.read("link.tf")).toBeUndefined();
    expect(files.unreadable.get("link.tf")).toBe("it is a link that leads out of the project");
    expect(files.list("")).toEqual(["a.tf"]);
  });

  test("nothing behind a link to a folder outside", () => {
    const { folder, files } = outside();
    symlinkSync("../secrets", join(folder, "project/folder"));
    expect(files.read("folder/b.tf")).toBeUndefined();
    expect(files.list("folder")).toEqual([]);
    expect(files.list("")).toEqual(["a.tf"]);
  });

  test("what a link inside leads to", () => {
    const folder = folderWith({ "shared/providers.tf": "p", "live/main.tf": "m" });
    symlinkSync("../shared/providers.tf", join(folder, "live/providers.tf"));
    symlinkSync("shared", join(folder, "linked"));
    const files = new DiskFiles(folder);
    expect(files.read("live/providers.tf")).toBe("p");
    expect(files.read("linked/providers.tf")).toBe("p");
    expect(files.list("")).toEqual(["linked/", "live/", "shared/"]);
    expect(files.list("live")).toEqual(["main.tf", "providers.tf"]);
  });

  test("nothing behind links in a circle", () => {
    const folder = folderWith({});
    symlinkSync("b", join(folder, "a"));
    symlinkSync("a", join(folder, "b"));
    const files = new DiskFiles(folder);
    expect(files.read("a")).toBeUndefined();
    expect(files.unreadable.get("a")).toBe("its links go in a circle");
  });

  test("a missing file is no failure", () => {
    const { files } = outside();
    expect(files.read("b.tf")).toBeUndefined();
    expect(files.list("none")).toEqual([]);
    expect(files.unreadable.size).toBe(0);
  });

  test("a pipe is not waited for", () => {
    const folder = folderWith({});
    execFileSync("mkfifo", [join(folder, "pipe.tf")]);
    expect(new DiskFiles(folder).read("pipe.tf")).toBeUndefined();
  });

  test("a file that is too large is refused", () => {
    const folder = folderWith({ "large.json": "" });
    truncateSync(join(folder, "large.json"), 65 * 1024 * 1024);
    const files = new DiskFiles(folder);
    expect(files.read("large.json")).toBeUndefined();
    expect(files.unreadable.get("large.json")).toBe("it is larger than 64 MB");
  });

  test("a file that the system refuses is a failure", () => {
    const name = `${"a".repeat(300)}.tf`;
    const files = new DiskFiles(folderWith({}));
    expect(files.read(name)).toBeUndefined();
    expect(files.unreadable.get(name)).toBe("the system says ENAMETOOLONG");
  });
});
