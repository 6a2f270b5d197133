import type { Result } from "sarif";
import type { Finding } from "../../engine/finding.ts";
import type { Report } from "../../engine/report.ts";
import { harmless } from "../text/harmless.ts";
import { physicalLocation } from "./places.ts";

type State = Pick<Result, "suppressions" | "baselineState">;

/** The findings that are left out, as SARIF says it: with who suppresses them, and why. */
export function suppressedFindings({ suppressed, known }: Report): ({ readonly finding: Finding } & State)[] {
  const isNew: State = known ? { baselineState: "new" } : {};
  return [
    ...suppressed.map(({ finding, reason, at, by }) => ({
      finding,
      ...isNew,
      suppressions: [
        {
          kind: by === "comment" ? ("inSource" as const) : ("external" as const),
          status: "accepted" as const,
          justification: harmless(reason),
          location: { physicalLocation: physicalLocation(at) },
        },
      ],
    })),
    ...(known?.findings ?? []).map((finding) => ({
      finding,
      baselineState: "unchanged" as const,
      suppressions: [
        {
          kind: "external" as const,
          status: "accepted" as const,
          justification: `Known in ${harmless(known!.baseline)}.`,
        },
      ],
    })),
  ];
}

/** What is true of a finding that is reported: no baseline knows it, and nothing suppresses it. */
export function stateOf({ known }: Report, showSuppressed: boolean | undefined): State {
  return { ...(known && { baselineState: "new" as const }), ...(showSuppressed && { suppressions: [] }) };
}
