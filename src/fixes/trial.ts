import type { Finding } from "../engine/finding.ts";
import { Blame } from "../engine/fix/blame.ts";
import type { Claims } from "../engine/fix/claims.ts";
import { differences } from "../engine/fix/differences.ts";
import { applyEdits, byFile, type Edit, EditSet } from "../engine/fix/edit.ts";
import { levels } from "../engine/level.ts";
import type { Report } from "../engine/report.ts";
import { type LintInput, lintProject } from "../lint.ts";
import { Texts } from "../model/files.ts";
import type { Project } from "../model/project.ts";
import type { ParserInput } from "../parsers/parser.ts";
import { parseProject } from "../parsers/project.ts";
import { TrialFiles } from "./trial-files.ts";

/** A finding with the edits that would mend it. */
export interface Candidate {
  readonly finding: Finding;
  readonly edits: readonly Edit[];
}

/** A project as it is, or as it would be after edits, read in all environments with every resource in it. */
interface World {
  readonly texts: Texts;
  readonly project: Project;
  readonly report: Report;
}

/** What is wrong with a trial: those to blame, as far as that can be told. */
interface Verdict {
  readonly isFine: boolean;
  readonly guilty: ReadonlySet<Candidate>;
}

/** How much reading it is worth to find out which of several edits does harm. */
export type Effort = "thorough" | "quick";

/** So often is a project read again, for each kind of safety. */
const mostTrials = 40;
/** Quick is to read no more than so many declarations again, but twice everything. */
const quickDeclarations = 6_000;
const mostRounds = 8;

/** Tries edits out: reads the project with them, and compares everything that every environment would get. */
export class Trial {
  readonly #input: LintInput;
  readonly #claims: Claims;
  readonly #before: World;
  readonly #mostTrials: number;
  #trials = 0;
  #isCutShort = false;

  static async of(texts: Texts, input: LintInput, claims: Claims, effort: Effort): Promise<Trial> {
    return new Trial(input, claims, await read(texts, input), effort);
  }

  private constructor(input: LintInput, claims: Claims, before: World, effort: Effort) {
    this.#input = input;
    this.#claims = claims;
    this.#before = before;
    const share = Math.floor(quickDeclarations / Math.max(1, before.project.declarations?.length ?? 0));
    this.#mostTrials = effort === "quick" ? Math.min(mostTrials, Math.max(2, share)) : mostTrials;
  }

  /** Whether more fixes might have passed with more effort. */
  get isCutShort(): boolean {
    return this.#isCutShort;
  }

  /** Those that mend their finding, change nothing that was right and bring no new finding. */
  async passing(candidates: readonly Candidate[]): Promise<Candidate[]> {
    const passing: Candidate[] = [];
    this.#trials = 0;
    let left = candidates;
    for (let round = 0; round < mostRounds && left.length > 0; round++) {
      const set = new EditSet();
      const together = left.filter(({ edits }) => set.take(edits));
      left = left.filter((candidate) => !together.includes(candidate));
      passing.push(...(await this.#withoutGuilty(together)));
    }
    return passing;
  }

  async #withoutGuilty(candidates: readonly Candidate[]): Promise<readonly Candidate[]> {
    let left = candidates;
    while (left.length > 0) {
      const { isFine, guilty } = await this.#judge(left);
      if (isFine) return left;
      if (left.length === 1) return [];
      if (guilty.size === 0) return this.#halves(left);
      left = left.filter((candidate) => !guilty.has(candidate));
    }
    return left;
  }

  async #halves(candidates: readonly Candidate[]): Promise<readonly Candidate[]> {
    const middle = candidates.length >> 1;
    const first = await this.#withoutGuilty(candidates.slice(0, middle));
    const second = await this.#withoutGuilty(candidates.slice(middle));
    if (first.length === 0 || second.length === 0) return [...first, ...second];
    const both = [...first, ...second];
    return (await this.#judge(both)).isFine ? both : first;
  }

  async #judge(candidates: readonly Candidate[]): Promise<Verdict> {
    if (++this.#trials > this.#mostTrials) {
      this.#isCutShort = true;
      return { isFine: false, guilty: new Set(candidates) };
    }
    const after = await this.#readWith(candidates.flatMap(({ edits }) => edits));
    const guilty = new Set<Candidate>();
    const isSame = this.#compareResources(candidates, after, guilty);
    const isMended = this.#compareFindings(candidates, after, guilty);
    return { isFine: isSame && isMended, guilty };
  }

  async #readWith(edits: readonly Edit[]): Promise<World> {
    const { texts } = this.#before;
    const edited = new Map<string, string>();
    for (const [file, own] of byFile(edits)) edited.set(file, applyEdits(texts.get(file)!.text, own));
    return read(new Texts(new TrialFiles(texts, edited)), this.#input);
  }

  /** Nothing may change but what the findings are about. */
  #compareResources(candidates: readonly Candidate[], after: World, guilty: Set<Candidate>): boolean {
    const found = differences(this.#before.project.declarations ?? [], after.project.declarations ?? []);
    if (!found) return false;
    const blame = new Blame(candidates);
    const wrong = found.filter((difference) => !this.#claims.cover(difference));
    for (const difference of wrong) {
      for (const owner of blame.ownersOf(difference.after, "after", after.texts)) guilty.add(owner);
      for (const owner of blame.ownersOf(difference.before, "before", this.#before.texts)) guilty.add(owner);
    }
    return wrong.length === 0;
  }

  /** The findings are gone, and no other has come. */
  #compareFindings(candidates: readonly Candidate[], after: World, guilty: Set<Candidate>): boolean {
    const [known, left] = [levelsByKey(this.#before.report), levelsByKey(after.report)];
    const unmended = candidates.filter(({ finding }) =>
      keysOf(finding).some((key) => left.has(key) || !known.has(key)),
    );
    for (const candidate of unmended) guilty.add(candidate);
    const worst = Math.min(...candidates.map(({ finding }) => gravest(finding)));
    const come = after.report.findings.filter(
      (finding) => levels.indexOf(finding.level) <= worst && isNew(finding, known),
    );
    for (const { resource } of come) {
      for (const candidate of candidates) if (isAbout(candidate.finding, resource)) guilty.add(candidate);
    }
    const failed = after.report.failures.length > this.#before.report.failures.length;
    return unmended.length === 0 && come.length === 0 && !failed;
  }
}

async function read(texts: Texts, input: LintInput): Promise<World> {
  const everywhere = { ...input, environments: [] };
  const { paths, configuration } = input;
  const all: ParserInput = { texts, paths, environments: [], allTypes: true };
  const project = await parseProject(all, configuration.environments ?? {}, configuration.sources);
  return { texts, project, report: lintProject(project, texts, everywhere) };
}

/**
 * From which level on a finding may not come in the place of one that is mended: warning; where somebody looks at what is
 * changed, the level of the finding itself.
 */
function gravest({ level, proposals = [] }: Finding): number {
  const warning = levels.indexOf("warning");
  return proposals.some(({ safety }) => safety === "unsafe") ? Math.min(levels.indexOf(level), warning) : warning;
}

function levelsByKey({ findings, suppressed }: Report): Map<string, number> {
  const byKey = new Map<string, number>();
  for (const finding of [...findings, ...suppressed.map((one) => one.finding)]) {
    const level = levels.indexOf(finding.level);
    for (const key of keysOf(finding)) byKey.set(key, Math.min(level, byKey.get(key) ?? level));
  }
  return byKey;
}

function isNew(finding: Finding, known: ReadonlyMap<string, number>): boolean {
  const level = levels.indexOf(finding.level);
  return keysOf(finding).some((key) => level < (known.get(key) ?? levels.length));
}

function keysOf({ rule, fingerprint, environments, message }: Finding): string[] {
  if (environments.length === 0) return [`${rule}\0${fingerprint}\0${message}`];
  return environments.map(({ name }) => `${rule}\0${fingerprint}\0${name}`);
}

function isAbout(finding: Finding, resource: Finding["resource"]): boolean {
  return (
    resource !== undefined && finding.resource?.block === resource.block && finding.resource.root === resource.root
  );
}
