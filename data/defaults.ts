import table from "./defaults.json" with { type: "json" };

/** One answer of the table, for the versions from `from` on and before `before`. */
export interface DefaultAnswer {
  readonly from?: string;
  readonly before?: string;
  readonly value?: unknown;
  readonly because?: string;
  readonly unknown?: string;
  readonly notExpressible?: string;
  readonly none?: true;
}

/** Answers by source; `*` answers for every source that is not named. */
export type AnswersBySource = Readonly<Record<string, readonly DefaultAnswer[]>>;

/** What an attribute means that is not written, by kind and attribute. */
export const defaults = table.defaults as unknown as Readonly<
  Record<string, Readonly<Record<string, AnswersBySource>> | undefined>
>;

/** By kind, the attributes whose absence means nothing in every source. */
export const withoutDefault: Readonly<Record<string, readonly string[] | undefined>> = table.withoutDefault;
