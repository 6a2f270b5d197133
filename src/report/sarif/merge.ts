import type { Invocation, Log, Notification, ReportingDescriptor, Run } from "sarif";
import { count } from "../text/wording.ts";
import { compareResults, mergeResults, mostResults } from "./merge-results.ts";

/** GitHub takes no more of one file. */
const mostRuns = 20;

export interface MergedLog {
  readonly log: Log;
  readonly results: number;
  /** What the reader of the file will miss, as sentences. */
  readonly remarks: readonly string[];
}

const ours = "ml-lint";

/** One log of several: our runs become one, those of other tools stay as they are, behind it. */
export function mergeLogs(logs: readonly Log[]): MergedLog {
  const runs = logs.flatMap((log) => log.runs);
  const own = runs.filter((run) => run.tool.driver.name === ours);
  const others = runs.filter((run) => run.tool.driver.name !== ours);
  const remarks: string[] = [];
  const merged = own.length === 0 ? [] : [mergeRuns(own, remarks)];
  const all = [...merged, ...others];
  if (all.length > mostRuns)
    remarks.push(`GitHub refuses the file: it holds ${all.length} runs, which is more than ${mostRuns}.`);
  const log: Log = {
    $schema:
      logs.find((each) => each.$schema !== undefined)?.$schema ?? "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: all,
  };
  return { log, results: all.reduce((sum, run) => sum + (run.results?.length ?? 0), 0), remarks };
}

function mergeRuns(runs: readonly Run[], remarks: string[]): Run {
  const newest = runs.reduce((best, run) => (isNewer(run, best) ? run : best));
  const versions = new Set(runs.map((run) => run.tool.driver.version ?? "an unknown version"));
  if (versions.size > 1) remarks.push(`The files are by different versions of ml-lint: ${[...versions].join(", ")}.`);
  const rules = uniteRules(runs);
  const indices = new Map(rules.map((rule, index) => [rule.id, index]));
  const results = mergeResults(runs, indices);
  const left = results.length - mostResults;
  const kept = left > 0 ? results.slice(0, mostResults) : results;
  if (left > 0)
    remarks.push(
      `${count(left, "finding is", "findings are")} left out, because GitHub takes ${mostResults} of a run.`,
    );
  return {
    ...newest,
    tool: { ...newest.tool, driver: { ...newest.tool.driver, rules } },
    invocations: [invocation(runs, left > 0 ? [remarks.at(-1)!] : [])],
    ...united("versionControlProvenance", runs),
    ...united("artifacts", runs),
    results: kept.sort(compareResults),
  };
}

function isNewer(run: Run, than: Run): boolean {
  const [a, b] = [run, than].map((each) => (each.tool.driver.version ?? "").split(/[^0-9]+/).map(Number)) as number[][];
  const at = a!.findIndex((part, index) => part !== (b![index] ?? 0));
  return at >= 0 && a![at]! > (b![at] ?? 0);
}

/** Every rule once; the description with help is the richer one. */
function uniteRules(runs: readonly Run[]): ReportingDescriptor[] {
  const rules = new Map<string, ReportingDescriptor>();
  for (const rule of runs.flatMap((run) => run.tool.driver.rules ?? [])) {
    const known = rules.get(rule.id);
    if (known === undefined || (known.help?.markdown === undefined && rule.help?.markdown !== undefined))
      rules.set(rule.id, rule);
  }
  return [...rules.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function invocation(runs: readonly Run[], more: readonly string[]): Invocation {
  const invocations = runs.flatMap((run) => run.invocations ?? []);
  const notifications = invocations.flatMap((each) => each.toolExecutionNotifications ?? []);
  const added = more.map((text): Notification => ({ level: "warning", message: { text } }));
  return {
    executionSuccessful: invocations.every((each) => each.executionSuccessful !== false),
    toolExecutionNotifications: distinct([...notifications, ...added]),
  };
}

/** What several runs list, each entry once; nothing where none has such a list. */
function united(key: "versionControlProvenance" | "artifacts", runs: readonly Run[]): Partial<Run> {
  const entries = distinct<unknown>(runs.flatMap((run) => run[key] ?? []));
  return entries.length === 0 ? {} : { [key]: entries };
}

function distinct<T>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
