import { entriesOf, itemsOf } from "../../../src/parsers/terraform/values/element.ts";
import { toFloat } from "../../../src/parsers/terraform/values/number.ts";
import {
  isMapping,
  isSequence,
  type Outcome,
  sensitive,
  type TerraformValue,
} from "../../../src/parsers/terraform/values/value.ts";

/** A value as the plan goldens show it. */
export function renderOutcome(outcome: Outcome): unknown {
  if (outcome.form === "failure") return { "~": "failure", message: outcome.message };
  const bare = renderBare(outcome);
  return (outcome.marks & sensitive) === 0 ? bare : { "~": "sensitive", value: bare };
}

function renderBare(value: TerraformValue): unknown {
  const inner = (element: TerraformValue) => renderOutcome({ ...element, marks: element.marks & ~value.marks });
  if (isSequence(value)) return itemsOf(value).map(inner);
  if (isMapping(value)) return Object.fromEntries(entriesOf(value).map(([name, element]) => [name, inner(element)]));
  if (value.form === "unknown") return { "~": "unknown" };
  if (value.form === "null") return null;
  return value.form === "number" ? toFloat(value.value) : value.value;
}
