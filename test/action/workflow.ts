import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { repository } from "../../scripts/repository.ts";

/** What a step of a workflow leaves behind. */
export interface Step {
  readonly status: number | null;
  readonly log: string;
  /** The workflow commands in the log. */
  readonly annotations: readonly string[];
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/** A workspace as a runner prepares it, with a git repository in it; it lasts as long as the test. */
export class Workspace {
  readonly folder: string;
  readonly #place: string;

  constructor() {
    this.#place = realpathSync(mkdtempSync(join(tmpdir(), "ml-lint-action-")));
    onTestFinished(() => rmSync(this.#place, { recursive: true, force: true }));
    this.folder = join(this.#place, "work");
    mkdirSync(this.folder);
    this.git("init", "--quiet", "--initial-branch=main");
  }

  git(...words: readonly string[]): string {
    const { status, stdout, stderr } = spawnSync("git", words, {
      cwd: this.folder,
      encoding: "utf8",
      env: { PATH: process.env["PATH"], HOME: this.#place, ...identity },
    });
    if (status !== 0) throw new Error(`git ${words.join(" ")}: ${stderr}`);
    return stdout.trim();
  }

  /** Commits everything and returns the commit. */
  commit(message: string): string {
    this.git("add", "--all");
    this.git("commit", "--quiet", "--message", message);
    return this.git("rev-parse", "HEAD");
  }

  copyPlatform(to: string): void {
    cpSync(join(repository, "examples/platform"), join(this.folder, to), { recursive: true });
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), "utf8");
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  /** Changes one text of a file, which must be there. */
  replace(path: string, from: string, to: string): void {
    const text = this.read(path);
    if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`);
    this.write(path, text.replace(from, to));
  }

  /** Goes on with a clone that holds the newest commit only, as actions/checkout makes it. */
  forgetHistory(): void {
    const whole = join(this.#place, "origin");
    cpSync(this.folder, whole, { recursive: true });
    rmSync(this.folder, { recursive: true });
    mkdirSync(this.folder);
    this.git("clone", "--quiet", "--depth=1", `file://${whole}`, ".");
  }

  /** Runs the bundled command. */
  lint(...words: readonly string[]): void {
    spawnSync(process.execPath, [join(repository, "dist/ml-lint.js"), ...words], { cwd: this.folder });
  }

  /** Runs the bundled Action as a runner does, after an event with this payload. */
  run(payload: object, inputs: Readonly<Record<string, string>> = {}): Step {
    const [event, output, summary] = ["event.json", "output", "summary.md"].map((name) => join(this.#place, name));
    writeFileSync(event!, JSON.stringify(payload));
    writeFileSync(output!, "");
    writeFileSync(summary!, "");
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(repository, "dist/action.js")], {
      cwd: this.folder,
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
      env: {
        PATH: process.env["PATH"],
        HOME: this.#place,
        GITHUB_ACTIONS: "true",
        GITHUB_EVENT_PATH: event,
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: summary,
        GITHUB_WORKSPACE: this.folder,
        GITHUB_SERVER_URL: "https://github.com",
        GITHUB_REPOSITORY: "contoso/platform",
        GITHUB_SHA: this.git("rev-parse", "HEAD"),
        ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
      },
    });
    const log = stdout + stderr;
    return {
      status,
      log,
      annotations: log.split("\n").filter((line) => line.startsWith("::")),
      summary: readFileSync(summary!, "utf8"),
      outputs: outputsIn(readFileSync(output!, "utf8")),
    };
  }
}

/** Outputs are written as `name<<delimiter`, the value, and the delimiter again. */
function outputsIn(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/^([\w-]+)<<(\S+)\n(.*?)\n\2$/gms)].map(([, name, , value]) => [name, value]),
  );
}

const identity = {
  GIT_AUTHOR_NAME: "Platform Team",
  GIT_AUTHOR_EMAIL: "platform@example.com",
  GIT_COMMITTER_NAME: "Platform Team",
  GIT_COMMITTER_EMAIL: "platform@example.com",
  GIT_CONFIG_NOSYSTEM: "1",
};
