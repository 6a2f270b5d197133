import type { Reference } from "../read/syntax.ts";
import { anchored } from "../values/origin.ts";
import { type Outcome, type TerraformValue, withOrigin } from "../values/value.ts";
import { takeSteps } from "./access.ts";
import { type Binding, bindingOf, type Frame, placeOf, wordsOf } from "./frame.ts";
import { namedAt } from "./origin-of-name.ts";

export function evaluateReference(reference: Reference, frame: Frame): Outcome {
  const binding = bindingOf(frame, reference.root.name);
  if (binding) return takeFromBinding(binding, reference, frame);
  const at = placeOf(frame, reference);
  const { value, taken } = frame.names.resolve(reference, frame, at);
  if (value.form === "failure") return value;
  const named = namedAt(value, at, nameOf(reference, taken, frame));
  return takeSteps(named, reference.steps, taken, reference, frame);
}

function takeFromBinding(binding: Binding, reference: Reference, frame: Frame): Outcome {
  const value = binding.read(frame.run);
  const place = placeOf(frame, reference);
  if (!binding.isOuter) {
    const outcome = takeSteps(value, reference.steps, 0, reference, frame);
    if (outcome.form === "failure" || outcome.origin.by === "writing") return outcome;
    return withOrigin(outcome, anchored(outcome.origin, place));
  }
  if (reference.steps.length === 0) return value;
  const first = takeSteps(value, reference.steps.slice(0, 1), 0, reference, frame);
  if (first.form === "failure") return first;
  const named: TerraformValue = namedAt(first, place, nameOf(reference, 1, frame));
  return takeSteps(named, reference.steps, 1, reference, frame);
}

function nameOf(reference: Reference, taken: number, frame: Frame): string {
  const last = reference.steps[taken - 1];
  return wordsOf(frame, reference.from, last ? last.to : reference.root.to);
}
