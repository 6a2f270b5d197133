import type { Report } from "../../engine/report.ts";
import type { Judge } from "../../fixes/passes.ts";
import { version } from "../../version.ts";
import type { FixArguments } from "../arguments/fix.ts";
import type { FormatChoice } from "../arguments/output.ts";
import type { Input } from "../input.ts";

export interface FixSetting {
  readonly input: Input & { readonly environments: readonly string[] };
  /** Lints other texts as the ones of the run. */
  readonly judge: Judge;
  /** Later passes would take lines for changed that the fixes themselves moved. */
  readonly onePass: boolean;
}

/** Applies fixes, or finds them out for a diff or a format that carries them; what does so is loaded only then. */
export async function withFixes(
  report: Report,
  formats: readonly FormatChoice[],
  fix: FixArguments,
  { input, ...setting }: FixSetting,
): Promise<Report> {
  const isApplied = fix.safeties.length > 0;
  const isCarried = formats.some(({ name }) => name === "sarif" || name === "json");
  if (!isApplied && !isCarried) return report;
  const [{ applyFixes, carryFixes }, { pathsEverywhere }, { rules }] = await Promise.all([
    import("./fix-command.ts"),
    import("../files/everywhere.ts"),
    import("../../../rules/index.ts"),
  ]);
  let everywhere: Promise<readonly string[]> | undefined;
  const linted = { ...input, rules, version, everywhere: () => (everywhere ??= pathsEverywhere(input)) };
  const left = isApplied
    ? await applyFixes(report, fix, { ...setting, input: linted, root: input.files.root })
    : report;
  return isCarried ? carryFixes(left, linted) : left;
}
