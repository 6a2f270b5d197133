import { entriesOf, itemsOf } from "../../../src/parsers/terraform/values/element.ts";
import { numberText } from "../../../src/parsers/terraform/values/number-text.ts";
import { isMapping, isSequence, sensitive, type TerraformValue } from "../../../src/parsers/terraform/values/value.ts";

/** A value as `scripts/terraform-function-goldens.ts` shows one: `{ a = [1, unknown], b = sensitive("x") }`. */
export function show(value: TerraformValue, outer = 0): string {
  if ((value.marks & sensitive & ~outer) !== 0) return `sensitive(${show(value, value.marks)})`;
  const inner = outer | value.marks;
  switch (value.form) {
    case "unknown":
      return "unknown";
    case "null":
      return "null";
    case "number":
      return numberText(value.value);
    case "string":
    case "bool":
      return JSON.stringify(value.value);
    default:
      if (isSequence(value))
        return `[${itemsOf(value)
          .map((item) => show(item, inner))
          .join(", ")}]`;
      return isMapping(value) ? showEntries(value, inner) : "";
  }
}

function showEntries(value: TerraformValue & { form: "map" | "object" }, inner: number): string {
  const entries = entriesOf(value).map(([name, item]) => `${name} = ${show(item, inner)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}
