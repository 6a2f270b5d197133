import type { Log } from "sarif";

const mostDepth = 200;

/** Reads SARIF 2.1.0 that anybody may have written; tells in a clause what is wrong with it. */
export function readSarif(text: string): Log | { readonly wrong: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { wrong: "it is not valid JSON" };
  }
  if (isTooDeep(value)) return { wrong: `it is nested more than ${mostDepth} levels deep` };
  const wrong = isObject(value) ? complaintOf(value) : "it is no SARIF log";
  return wrong === undefined ? (value as unknown as Log) : { wrong };
}

function complaintOf({ version, runs }: Members): string | undefined {
  if (!Array.isArray(runs)) return "it is no SARIF log";
  if (version !== "2.1.0") return `it is SARIF ${String(version).slice(0, 20)}, not 2.1.0`;
  for (const [at, run] of runs.entries()) {
    const wrong = isObject(run) ? runComplaint(run) : "is no object";
    if (wrong !== undefined) return `its run ${at + 1} ${wrong}`;
  }
  return undefined;
}

/** Of the runs of others nothing is read but the name of the tool. */
function runComplaint({ tool, results = [], invocations = [], ...run }: Members): string | undefined {
  const driver = isObject(tool) && isObject(tool["driver"]) ? tool["driver"] : {};
  if (typeof driver["name"] !== "string") return "names no tool";
  if (!areObjects(results)) return "has results that are no list of objects";
  if (driver["name"] !== "ml-lint") return undefined;
  const rules = driver["rules"] ?? [];
  if (!areObjects(rules) || !rules.every((rule) => typeof rule["id"] === "string")) return "has rules without ids";
  if (driver["version"] !== undefined && typeof driver["version"] !== "string") return "has a version that is no text";
  if (!areObjects(invocations) || !invocations.every((one) => areObjects(one["toolExecutionNotifications"] ?? [])))
    return "has invocations that cannot be read";
  const lists = [run["versionControlProvenance"] ?? [], run["artifacts"] ?? []];
  if (!lists.every(areObjects)) return "has artifacts or a provenance that cannot be read";
  const odd = results.findIndex((result) => !isResult(result));
  return odd < 0 ? undefined : `has a result that cannot be read, number ${odd + 1}`;
}

function isResult({ ruleId, level, message, locations = [], relatedLocations = [], ...result }: Members): boolean {
  const texts = [ruleId, isObject(message) ? message["text"] : undefined];
  if (!texts.every((text) => typeof text === "string")) return false;
  if (level !== undefined && typeof level !== "string") return false;
  const { partialFingerprints = {}, properties = {}, suppressions = [] } = result;
  if (!isObject(partialFingerprints) || !isObject(properties) || !areObjects(suppressions)) return false;
  return areObjects(locations) && areObjects(relatedLocations) && locations.every(isLocation);
}

function isLocation({ physicalLocation = {}, logicalLocations = [] }: Members): boolean {
  if (!isObject(physicalLocation) || !areObjects(logicalLocations)) return false;
  const { artifactLocation = {}, region = {} } = physicalLocation;
  if (!isObject(artifactLocation) || !isObject(region)) return false;
  const numbers = [region["startLine"] ?? 1, region["startColumn"] ?? 1];
  return typeof (artifactLocation["uri"] ?? "") === "string" && numbers.every(Number.isInteger);
}

type Members = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function areObjects(value: unknown): value is readonly Members[] {
  return Array.isArray(value) && value.every(isObject);
}

function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > mostDepth) return true;
    level = level.flatMap((item) => (typeof item === "object" && item !== null ? Object.values(item) : []));
  }
  return false;
}
