import type { Place } from "../model/place.ts";
import { wellFormed } from "../report/text/harmless.ts";
import { code } from "../report/text/markdown-text.ts";

/** Where a repository can be seen on the web at one commit. */
export type Web = Readonly<Record<"server" | "repository" | "commit", string>>;

/** The repository and commit of a run; undefined where the runner does not name them. */
export function webOf(variables: Readonly<Record<string, string | undefined>>): Web | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: commit } = variables;
  return server && repository && commit ? { server, repository, commit } : undefined;
}

/** A place as Markdown: a link to its line at the commit, where there is one. */
export function linkTo(place: Place, web: Web | undefined): string {
  const text = code(`${place.file}:${place.start.line}`);
  return web === undefined ? text : `[${text}](${addressOf(place, web)})`;
}

function addressOf({ file, start }: Place, { server, repository, commit }: Web): string {
  const path = [...repository.split("/"), "blob", commit, ...wellFormed(file).split("/")].map(encode).join("/");
  // Markdown is shown as a page without lines unless its source is asked for.
  const source = /\.(?:md|markdown)$/i.test(file) ? "?plain=1" : "";
  return `${server}/${path}${source}#L${start.line}`;
}

/** Parentheses and quotes would end the target of a link. */
function encode(segment: string): string {
  return encodeURIComponent(segment).replace(/[!'()*~_]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  });
}
