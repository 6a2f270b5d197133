import type { Builtin } from "./call-site.ts";
import { cidrFunctions } from "./cidr.ts";
import { dateFunctions } from "./dates.ts";
import { deploymentFunctions } from "./deployments.ts";
import { lambdaFunctions } from "./lambdas.ts";
import { listFunctions } from "./lists.ts";
import { logicFunctions } from "./logic.ts";
import { numberFunctions } from "./numbers.ts";
import { objectFunctions } from "./objects.ts";
import { resourceFunctions } from "./resources.ts";
import { textFunctions } from "./texts.ts";

/** The functions of the template language, by their names in lower case. */
export const builtins: ReadonlyMap<string, Builtin> = new Map(
  [
    logicFunctions,
    numberFunctions,
    textFunctions,
    listFunctions,
    objectFunctions,
    lambdaFunctions,
    dateFunctions,
    cidrFunctions,
    resourceFunctions,
    deploymentFunctions,
  ].flatMap((group) => Object.entries(group)),
);
