import { beforeAll, describe, expect, test } from "vitest";
import { rules } from "../../../rules/index.ts";
import { filesOf, lintFiles } from "../../../scripts/example.ts";
import { MemoryFiles, Texts } from "../../../src/model/files.ts";
import { parseProject } from "../../../src/parsers/project.ts";
import { type SeenExample, seenOnPages } from "../seen.ts";
import { type Files, foundIn, verdictsOf } from "./judging.ts";
import { type IdOf, type Rewritten, rewritesOf } from "./rewrite-references.ts";

interface Row {
  readonly id: string;
  readonly name: string;
  readonly written: Files;
  readonly rewritten: Rewritten;
}

/** Commands of provisioners are not in a plan. */
const inProvisioner = "extension/wrong-cluster-type bad: Command, run by Terraform";

const subscription = "00000000-0000-0000-0000-000000000000";

/** Ids of what lies in a resource group, and of subnets. */
async function idsIn(files: Files): Promise<IdOf> {
  const texts = new Texts(new MemoryFiles(files));
  const { resources } = await parseProject({ texts, paths: Object.keys(files).sort(), environments: [] }, {});
  const ids = new Map<string, string | undefined>();
  for (const { identity, azureType, attributes, declared } of resources) {
    const read = attributes as unknown as Readonly<Record<string, { state: string; value?: unknown } | undefined>>;
    const [name, group] = [read["name"], read["group"]].map((value) => value?.value);
    const isWhole = typeof name === "string" && typeof group === "string" && declared.part.length === 0;
    const id = isWhole
      ? `/subscriptions/${subscription}/resourceGroups/${group}/providers/${azureType}/${name}`
      : undefined;
    ids.set(identity.address, ids.has(identity.address) && ids.get(identity.address) !== id ? undefined : id);
  }
  return (address) => ids.get(address);
}

/** Whether a rule goes along references: to what one means, or to what points at a resource. */
function follows({ checks }: SeenExample): boolean {
  return checks.some(({ ways }) => [...ways].some((way) => way !== "all"));
}

async function rowsOf(seen: SeenExample): Promise<Row[]> {
  if (!follows(seen)) return [];
  const { rule, example } = seen;
  const written = filesOf(example);
  const paths = Object.keys(written).filter((path) => path.endsWith(".tf"));
  const [path] = paths;
  if (path === undefined || paths.length > 1) return [];
  const rewrites = rewritesOf(path, written[path]!, await idsIn(written));
  return rewrites.map((rewritten) => ({
    id: rule.id,
    name: `${rule.id} ${example.verdict}: ${example.heading}, ${rewritten.way}`,
    written,
    rewritten,
  }));
}

/** What is found; addresses differ by the way. */
async function found(files: Files, id: string): Promise<string[]> {
  const { findings, failures } = await lintFiles(files, { rules: rules.filter((rule) => rule.id === id) });
  expect(failures).toEqual([]);
  return findings
    .map(({ environments, level, resource, attribute }) =>
      [...environments.map(({ name }) => name), level, resource?.kind, attribute].join(" "),
    )
    .sort();
}

let rows: readonly Row[] = [];
let following: ReadonlySet<string> = new Set();

beforeAll(async () => {
  const seen = await seenOnPages();
  following = new Set(seen.filter(follows).map(({ rule }) => rule.id));
  rows = (await Promise.all(seen.map(rowsOf))).flat();
}, 240_000);

describe.each(rules.map(({ id }) => [id] as const))("%s", (id) => {
  test("says the same however references are written", async () => {
    for (const { name, written, rewritten } of rows.filter((row) => row.id === id)) {
      const other = await found({ ...written, ...rewritten.files }, id);
      expect({ name, found: other }).toEqual({ name, found: await found(written, id) });
    }
  });

  test("says the same of a plan, through modules and of instances", async () => {
    for (const { name, written, rewritten } of rows.filter((row) => row.id === id && row.rewritten.isInPlan)) {
      const verdicts = await verdictsOf(id, { ...written, ...rewritten.files });
      if (verdicts === undefined || name.startsWith(inProvisioner)) continue;
      expect({ name, found: foundIn(verdicts.beside) }).toEqual({ name, found: foundIn(verdicts.written) });
    }
  });
});

/** Rules that go along references in other languages only, or where a plan of its own is needed. */
const elsewhere: Readonly<Record<string, string>> = {
  "inference/cluster-replaced": "reads plans alone",
  "instance-type/undefined": "a workload names its compute, and does not refer to it",
};

test("the references of every rule that follows some are written anew", () => {
  const missing = [...following].filter((id) => !rows.some((row) => row.id === id));
  expect(missing.sort()).toEqual(Object.keys(elsewhere).sort());
});
