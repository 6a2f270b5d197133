import type { Step } from "../../model/tree.ts";
import { harmlessInLog } from "../text/harmless.ts";
import type { Marks } from "../text/style.ts";

/**
 * The way from an attribute down to the literal that decides, `← var.sku ← environments/prod.tfvars:5`: only literals and
 * the end have a place. A step that only says that it is the value of the one before is left out.
 */
export function trailWords(trail: readonly Step[], { from }: Pick<Marks, "from">): string {
  const last = trail.at(-1);
  if (last === undefined) return "";
  const named = trail.filter(({ text }, index) => text !== `value of ${trail[index - 1]?.text}`);
  const words = named.map((step, index) => (index === named.length - 1 ? endWords(step, last) : stepWords(step)));
  return words.map((one) => harmlessInLog(`${from} ${one}`)).join(" ");
}

/** "argument sku of module.a" is the call of the module. */
function stepWords(step: Step): string {
  return isSetting(step) ? placeOf(step) : step.text.replace(/^argument \S+ of /, "").replace(/, set in .*$/, "");
}

function endWords(step: Step, last: Step): string {
  return isSetting(last) ? placeOf(last) : `${stepWords(step)} in ${placeOf(last)}`;
}

function isSetting({ text, at }: Step): boolean {
  return text === `set in ${at.file}`;
}

function placeOf({ at }: Step): string {
  return `${at.file}:${at.start.line}`;
}
