/** Where a person can read about ml-lint. */
export const homePage = "https://github.com/ml-lint/ml-lint";

/** The address of a rule's page. */
export function rulePage(rule: string): string {
  return `${homePage}/blob/main/docs/rules/${rule.split("/").map(encodeURIComponent).join("/")}.md`;
}
