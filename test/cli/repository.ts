import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { folderWith } from "./folder.ts";

/** A git repository that lasts as long as the test. */
export class Repository {
  readonly folder: string;
  #commits = 0;

  constructor(files: Readonly<Record<string, string>> = {}) {
    this.folder = folderWith({});
    this.git("init", "--quiet", "--initial-branch=main");
    this.write(files);
    if (Object.keys(files).length > 0) this.commit();
  }

  git(...words: readonly string[]): string {
    const identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "protocol.file.allow=always"];
    const variables = Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_"));
    const env = { ...Object.fromEntries(variables), GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };
    return execFileSync("git", [...identity, ...words], { cwd: this.folder, encoding: "utf8", env, stdio: "pipe" });
  }

  write(files: Readonly<Record<string, string>>): void {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, path)), { recursive: true });
      writeFileSync(join(this.folder, path), content);
    }
  }

  remove(path: string): void {
    rmSync(join(this.folder, path), { recursive: true });
  }

  /** Commits everything; no two commits are the same, though made within a second. */
  commit(): void {
    this.#commits += 1;
    this.git("add", "--all");
    this.git("commit", "--quiet", "--allow-empty", `--message=${this.#commits}`);
  }
}
