import { existsSync, readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { Log } from "sarif";
import { mergeLogs } from "../report/sarif/merge.ts";
import { readSarif } from "../report/sarif/read.ts";
import { harmlessInLog, harmlessJson } from "../report/text/harmless.ts";
import { count } from "../report/text/wording.ts";
import { exitCodes } from "./exit-code.ts";
import { Refusal } from "./failure.ts";
import { decode } from "./files/decode.ts";
import { writeAtomically } from "./files/write-atomically.ts";

const megabyte = 1024 * 1024;
/** What is larger in all does not fit into what GitHub takes, by far. */
const mostBytes = 256 * megabyte;
const mostFiles = 1000;

/** Merges SARIF files into one; a file that cannot be read is named, and the rest is merged. */
export async function mergeCommand(paths: readonly string[], output: string | undefined): Promise<number> {
  const files = (await Promise.all(paths.map(expand))).flat();
  if (files.length > mostFiles) throw new Refusal(`These are ${files.length} files; at most ${mostFiles} are merged.`);
  const logs: Log[] = [];
  const failures: string[] = [];
  let bytes = 0;
  for (const file of new Set(files)) {
    const read = readFile(file);
    if (typeof read === "string") failures.push(`${file} cannot be merged: ${read}.`);
    else {
      logs.push(read.log);
      bytes += read.bytes;
    }
    if (bytes > mostBytes) throw new Refusal(`The files are larger than ${mostBytes / megabyte} MB together.`);
  }
  const { log, results, remarks } = mergeLogs(logs);
  const text = `${harmlessJson(log)}\n`;
  if (output === undefined) process.stdout.write(text);
  else {
    writeAtomically(resolve(output), text, `The file ${output}`);
    process.stdout.write(
      `Merged ${count(results, "result")} of ${count(logs.length, "file")} into ${harmlessInLog(output)}.\n`,
    );
  }
  for (const remark of [...remarks, ...failures]) process.stderr.write(`${harmlessInLog(remark)}\n`);
  return failures.length > 0 ? exitCodes.failure : exitCodes.fine;
}

/** A folder stands for the SARIF files in it, as a download of artifacts lays them. */
async function expand(path: string): Promise<string[]> {
  const full = resolve(path);
  const isFolder = existsSync(full) && statSync(full).isDirectory();
  if (!isFolder && (existsSync(full) || !/[*?{[]/.test(path))) return [path];
  const { globby } = await import("globby");
  const found = await globby(isFolder ? "**/*.sarif" : path, isFolder ? { cwd: full, absolute: true } : {});
  if (found.length > 0) return found.sort();
  throw new Refusal(isFolder ? `The folder ${path} holds no SARIF file.` : `No file matches ${path}.`);
}

/** The log of a file, or a clause that says why there is none. */
function readFile(file: string): { log: Log; bytes: number } | string {
  let bytes: Buffer;
  try {
    if (statSync(file).size > mostBytes) return `it is larger than ${mostBytes / megabyte} MB`;
    bytes = readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return "there is no such file";
    return code === "EACCES" ? "permission is denied" : `the system says ${code}`;
  }
  const log = readSarif(decode(bytes));
  return "wrong" in log ? log.wrong : { log, bytes: bytes.length };
}
