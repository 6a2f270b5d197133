import { aggregateFunctions } from "./aggregate.ts";
import { conversionFunctions } from "./conversion.ts";
import { csvFunctions } from "./csv.ts";
import { dateFunctions } from "./date.ts";
import type { FunctionDefinition } from "./definition.ts";
import { encodingFunctions } from "./encoding.ts";
import { fileFunctions } from "./file.ts";
import { formatFunctions } from "./format.ts";
import { hashFunctions } from "./hash.ts";
import { jsonFunctions } from "./json.ts";
import { listFunctions } from "./list.ts";
import { mapFunctions } from "./map.ts";
import { networkFunctions } from "./network.ts";
import { numericFunctions } from "./numeric.ts";
import { regexFunctions } from "./regex.ts";
import { setFunctions } from "./set.ts";
import { textFunctions } from "./text.ts";
import { yamlFunctions } from "./yaml.ts";

const families = [
  aggregateFunctions,
  conversionFunctions,
  csvFunctions,
  dateFunctions,
  encodingFunctions,
  fileFunctions,
  formatFunctions,
  hashFunctions,
  jsonFunctions,
  listFunctions,
  mapFunctions,
  networkFunctions,
  numericFunctions,
  regexFunctions,
  setFunctions,
  textFunctions,
  yamlFunctions,
];

/** Every function of Terraform but `try`, `can` and `type`, which are the evaluator's. */
export const definitions: ReadonlyMap<string, FunctionDefinition> = new Map(
  families.flatMap((family) => Object.entries(family)),
);
