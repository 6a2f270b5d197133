import { harmless } from "./harmless.ts";

/** Entities where HTML or a table could begin, backslashes where Markdown could; a mention stays a plain word. */
export function escapeMarkdown(text: string): string {
  return escapeHtml(harmless(text))
    .replace(/[\\`*_[\]()#~!]/g, "\\$&")
    .replaceAll("|", "&#124;")
    .replaceAll("@", "@<!-- -->")
    .replaceAll("://", ":<!-- -->//");
}

/** Text as code, in which nothing acts. */
export function code(text: string): string {
  return `<code>${escapeHtml(harmless(text))
    .replaceAll("|", "&#124;")
    .replace(/[`*_[\]\\@]/g, entity)}</code>`;
}

function entity(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
