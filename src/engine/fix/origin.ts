/** What writes a file that nobody edits by hand. */
export type Origin = "bicep" | "synthesis" | "download" | "plan";

/** What overwrites a file, or makes an edit of it void; undefined for a file that people write. */
export function originOf(file: string, text: string): Origin | undefined {
  if (/(?:^|\/)\.terraform\//.test(file)) return "download";
  if (!/\.json$/i.test(file)) return undefined;
  if (/(?:^|\/)cdktf\.out\//.test(file) || text.slice(0, 400).includes('"stackName"')) return "synthesis";
  if (text.includes('"planned_values"') && text.includes('"format_version"')) return "plan";
  const generator = text.indexOf('"_generator"');
  return generator >= 0 && /"name"\s*:\s*"bicep"/i.test(text.slice(generator, generator + 300)) ? "bicep" : undefined;
}
