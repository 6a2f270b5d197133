import { access } from "./access.ts";
import { bodies } from "./bodies.ts";
import { calls } from "./calls.ts";
import { collections } from "./collections.ts";
import { files } from "./files.ts";
import { heredocs } from "./heredocs.ts";
import { loops } from "./loops.ts";
import { numbers } from "./numbers.ts";
import { operators } from "./operators.ts";
import { strings } from "./strings.ts";

/** Hard texts by subject, valid and invalid. */
export const cases = { bodies, numbers, operators, access, calls, collections, loops, strings, heredocs, files };
