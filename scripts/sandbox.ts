import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { repository } from "./repository.ts";

export interface Played {
  /** Both streams, in the order of writing; the sandbox's own path reads SANDBOX, and escapes can be seen. */
  readonly output: string;
  readonly status: number | null;
}

/**
 * A folder apart, a copy of one of this repository's, in which command lines are run as a user would: with the bundled
 * `ml-lint` on the path, and with neither the settings nor the home of whoever runs this.
 */
export class Sandbox {
  readonly #place: string;
  readonly #folder: string;

  constructor(original: string | undefined) {
    this.#place = mkdtempSync(join(tmpdir(), "ml-lint-sandbox-"));
    this.#folder = join(this.#place, "work");
    if (original === undefined) mkdirSync(this.#folder);
    else cpSync(join(repository, original), this.#folder, { recursive: true });
    const command = join(this.#place, "ml-lint");
    writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${join(repository, "dist/ml-lint.js")}" "$@"\n`);
    chmodSync(command, 0o755);
  }

  run(command: string): Played {
    const { status, stdout } = spawnSync("sh", ["-c", `{ ${command}\n} 2>&1`], {
      cwd: this.#folder,
      encoding: "utf8",
      env: {
        PATH: [this.#place, dirname(process.execPath), "/usr/bin", "/bin"].join(delimiter),
        HOME: this.#place,
        LANG: "C.UTF-8",
        ...gitIdentity,
      },
    });
    const output = stdout.replaceAll(this.#folder, "SANDBOX").replaceAll("\u001b", "␛");
    return { output: output === "" || output.endsWith("\n") ? output : `${output}\n`, status };
  }

  remove(): void {
    rmSync(this.#place, { recursive: true, force: true });
  }
}

/** The same commits on every machine. */
const gitIdentity = {
  GIT_AUTHOR_NAME: "Platform Team",
  GIT_AUTHOR_EMAIL: "platform@example.com",
  GIT_AUTHOR_DATE: "2026-11-21T09:00:00Z",
  GIT_COMMITTER_NAME: "Platform Team",
  GIT_COMMITTER_EMAIL: "platform@example.com",
  GIT_COMMITTER_DATE: "2026-11-21T09:00:00Z",
  GIT_CONFIG_NOSYSTEM: "1",
};
