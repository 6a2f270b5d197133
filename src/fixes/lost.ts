import { type Safety, safetyOf } from "../engine/fix/change.ts";
import { type Origin, originOf } from "../engine/fix/origin.ts";
import type { Report } from "../engine/report.ts";
import { deciding } from "../model/tree.ts";

/** A file in which findings could be mended, if an edit of it were not lost. */
export interface LostEdits {
  readonly file: string;
  readonly origin: Origin;
  readonly findings: number;
  /** The file that it is compiled from, where that is there. */
  readonly writtenIn: string | undefined;
}

/** Where findings are left alone only because something overwrites the file. */
export function lostEdits({ findings, texts }: Report, safeties: readonly Safety[]): LostEdits[] {
  const lost = new Map<string, LostEdits>();
  for (const finding of findings) {
    if (finding.proposals === undefined || !safeties.includes(safetyOf(finding))) continue;
    const { file } = deciding(finding);
    const text = texts.get(file)?.text;
    const origin = text === undefined ? undefined : originOf(file, text);
    if (origin === undefined) continue;
    const known = lost.get(file);
    const bicep = origin === "bicep" ? file.replace(/\.json$/i, ".bicep") : undefined;
    const writtenIn = known
      ? known.writtenIn
      : bicep !== undefined && texts.files.read(bicep) !== undefined
        ? bicep
        : undefined;
    lost.set(file, { file, origin, findings: (known?.findings ?? 0) + 1, writtenIn });
  }
  return [...lost.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
}
