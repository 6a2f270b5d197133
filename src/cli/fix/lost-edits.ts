import type { LostEdits } from "../../fixes/lost.ts";
import { harmlessInLog } from "../../report/text/harmless.ts";
import { count } from "../../report/text/wording.ts";

const mostFiles = 5;

/** What to change instead, for each file of which an edit would be lost. */
export function lostSentences(lost: readonly LostEdits[]): string[] {
  const more = lost.length - mostFiles;
  return [
    ...lost.slice(0, mostFiles).map(sentenceOf),
    ...(more > 0 ? [`The same holds for ${count(more, "more file")}.`] : []),
  ];
}

function sentenceOf({ file, origin, findings, writtenIn }: LostEdits): string {
  const subject = `${count(findings, "finding")} in ${harmlessInLog(file)} cannot be fixed there`;
  switch (origin) {
    case "bicep": {
      const source = writtenIn === undefined ? "the Bicep file that it is compiled from" : harmlessInLog(writtenIn);
      return `${subject}, because Bicep overwrites it: change ${source}.`;
    }
    case "synthesis":
      return `${subject}, because cdktf synth overwrites it: change the code that it is made from.`;
    case "download":
      return `${subject}, because terraform init overwrites it: change the module where it is developed.`;
    case "plan":
      return `${subject}, because it is a plan: change the files that were planned.`;
  }
}
