import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { exampleDate } from "./example.ts";
import { type Mode, repository, say } from "./repository.ts";

/** What is asked of a finding of the JSON report here. */
interface ReportedFinding {
  readonly rule: string;
  readonly level: string;
  readonly message: string;
  readonly place: { readonly file: string; readonly start: { readonly line: number } };
  readonly environments: readonly { readonly name: string; readonly tier: string }[];
  readonly resource?: { readonly address: string; readonly root: string };
}

interface CorpusFinding extends ReportedFinding {
  readonly corpus: string;
  readonly folder: string;
}

/** So many findings of a rule are looked at; of one that fires less often, all. */
const sampleSize = 20;
const linesAround = { before: 4, after: 18 };

/**
 * Lints checkouts of public repositories with every rule and writes, into a folder outside of this repository, how often each
 * rule fires and a sample of its findings with the code around them: `corpora OUT CHECKOUT…`. The sample of a rule is drawn
 * by the rule's name, so that it stays the same while the findings do.
 */
export function main(_mode: Mode, [out, ...folders]: readonly string[]): number {
  if (out === undefined || folders.length === 0) {
    say("usage: node scripts/run.js corpora OUT CHECKOUT…");
    return 2;
  }
  const findings = folders.flatMap((folder) => findingsIn(resolve(folder)));
  const byRule = groupedByRule(findings);
  mkdirSync(join(out, "samples"), { recursive: true });
  writeFileSync(join(out, "counts.md"), countsTable(byRule, [...new Set(findings.map(({ corpus }) => corpus))]));
  for (const [rule, made] of byRule) {
    writeFileSync(join(out, "samples", `${rule.replace("/", "__")}.md`), samplesPage(rule, made));
  }
  say(`${findings.length} findings of ${byRule.size} rules: ${out}`);
  return 0;
}

function findingsIn(folder: string): CorpusFinding[] {
  const flags = ["--preset", "all", "--fail-on", "never", "--format", "json", "--today", exampleDate];
  const { stdout } = spawnSync(process.execPath, [join(repository, "dist/ml-lint.js"), ...flags], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  const { findings } = JSON.parse(stdout) as { readonly findings: readonly ReportedFinding[] };
  const corpus = basename(folder);
  say(`${corpus}: ${findings.length} findings`);
  return findings.map((finding) => ({ ...finding, corpus, folder }));
}

function groupedByRule(findings: readonly CorpusFinding[]): Map<string, CorpusFinding[]> {
  const groups = new Map<string, CorpusFinding[]>();
  for (const finding of findings) groups.set(finding.rule, [...(groups.get(finding.rule) ?? []), finding]);
  return groups;
}

function countsTable(byRule: ReadonlyMap<string, readonly CorpusFinding[]>, corpora: readonly string[]): string {
  const rows = [...byRule]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([rule, findings]) => {
      const counts = corpora.map((corpus) => findings.filter((finding) => finding.corpus === corpus).length || "");
      return [`\`${rule}\``, findings.length, ...counts];
    });
  const head = ["rule", "findings", ...corpora];
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |\n`).join("");
}

function samplesPage(rule: string, findings: readonly CorpusFinding[]): string {
  const sample = sampleOf(rule, findings);
  return [`# ${rule}: ${sample.length} of ${findings.length} findings\n`, ...sample.map(entryOf)].join("\n");
}

function entryOf(finding: CorpusFinding, index: number): string {
  const { corpus, place, level, message, environments, resource } = finding;
  const tiers = environments.map(({ name, tier }) => `${name} (${tier})`).join(", ");
  return [
    `## ${index + 1}. ${corpus} ${place.file}:${place.start.line}`,
    "",
    `${level}: ${message}`,
    "",
    `${resource ? `${resource.address} in root "${resource.root}", ` : ""}environments: ${tiers || "all"}`,
    "",
    "```text",
    codeAround(finding),
    "```",
    "",
  ].join("\n");
}

function codeAround({ folder, place }: CorpusFinding): string {
  const lines = readFileSync(join(folder, place.file), "utf8").split("\n");
  const first = Math.max(0, place.start.line - 1 - linesAround.before);
  return lines
    .slice(first, place.start.line + linesAround.after)
    .map((line, index) => `${String(first + index + 1).padStart(5)}  ${line.slice(0, 200)}`)
    .join("\n");
}

/** A sample that depends on nothing but the rule's name and its findings. */
function sampleOf(rule: string, findings: readonly CorpusFinding[]): CorpusFinding[] {
  const random = randomBy(rule);
  return findings
    .map((finding) => ({ finding, order: random() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, sampleSize)
    .map(({ finding }) => finding);
}

/** Numbers between 0 and 1 by a linear congruence that starts from a text. */
function randomBy(text: string): () => number {
  let state = 0;
  for (const character of text) state = (Math.imul(state, 31) + character.charCodeAt(0)) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
