import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SourceText } from "../src/model/place.ts";
import { parseHcl } from "../src/parsers/terraform/read/hcl.ts";

/** The texts of all Terraform files below a folder. */
export function terraformTexts(folder: string): SourceText[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const paths = names.filter((name) => /\.(?:tf|tofu|tfvars)$/.test(name)).map((name) => join(folder, name));
  return paths.map((path) => new SourceText(path, readFileSync(path, "utf8")));
}

/** Parses all texts once for each round and gives megabytes a second; the first round is without warm code. */
export function parsingSpeeds(texts: readonly SourceText[], rounds: number): number[] {
  const bytes = texts.reduce((sum, { text }) => sum + new TextEncoder().encode(text).length, 0);
  return Array.from({ length: rounds }, () => {
    const start = performance.now();
    for (const text of texts) parseHcl(text);
    return bytes / 1000 / (performance.now() - start);
  });
}

/** How fast the files of a folder are parsed, as a sentence. */
export function reportParsing(folder: string): string {
  const texts = terraformTexts(folder);
  const speeds = parsingSpeeds(texts, 5).map((speed) => speed.toFixed(1));
  return `${texts.length} files are parsed at ${speeds.join(", ")} MB/s, round after round`;
}
