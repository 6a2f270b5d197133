import table from "./retirements.json" with { type: "json" };

export type RetirementName = keyof typeof table.retirements;

/** The day on which something ended or will end, as YYYY-MM-DD, and what it is. */
export interface Retirement {
  readonly date: string;
  readonly what: string;
}

export const retirements: Readonly<Record<RetirementName, Retirement>> = table.retirements;
