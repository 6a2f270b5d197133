const site = "https://ml-lint.dev";

/** Where a person can read about ml-lint. */
export const homePage = site;

/** The address of a rule's page. */
export function rulePage(rule: string): string {
  return `${site}/rules/${rule.split("/").map(encodeURIComponent).join("/")}`;
}
