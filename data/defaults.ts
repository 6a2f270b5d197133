import type { DefaultAnswer, Defaults } from "../schemas/types/defaults.generated.ts";
import table from "./defaults.json" with { type: "json" };

export type { DefaultAnswer };

/** What an attribute means that is not written, by kind, attribute and source; `*` is every source that is not named. */
export const defaults: Readonly<Partial<Defaults["defaults"]>> = table.defaults as unknown as Defaults["defaults"];

/** By kind, the attributes whose absence means nothing in every source. */
export const withoutDefault: Readonly<Partial<Defaults["withoutDefault"]>> = table.withoutDefault;
