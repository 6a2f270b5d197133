import type { ArtifactLocation, PhysicalLocation, Region } from "sarif";
import type { Report } from "../../engine/report.ts";
import type { Place, SourceText } from "../../model/place.ts";
import { wellFormed } from "../text/harmless.ts";
import { maskedText, secretsBetween } from "../text/mask.ts";

/** The name of the folder that all paths are relative to. */
export const rootBase = "SRCROOT";

const mostSnippet = 1000;
const masked = "********";

export function artifactLocation(file: string): ArtifactLocation {
  return { uri: wellFormed(file).split("/").map(encodeURIComponent).join("/"), uriBaseId: rootBase };
}

export function physicalLocation(place: Place): PhysicalLocation {
  return { artifactLocation: artifactLocation(place.file), region: regionOf(place) };
}

/** A place with its code and its lines; the code of a secret is masked. */
export function locationWithCode(
  place: Place,
  { texts, secrets }: Pick<Report, "texts" | "secrets">,
  isSecret: boolean,
): PhysicalLocation {
  const location = physicalLocation(place);
  const source = texts.get(place.file);
  if (!source) return location;
  const lines = linesAround(place, source);
  const [from, to] = [source.offset(lines.start), source.offset(lines.end)];
  const spans = isSecret ? [{ from, to }] : secretsBetween(source, from, to, secrets);
  const shown = (start: number, end: number) => maskedText(source.text, start, end, spans, masked);
  const code = shown(source.offset(place.start), source.offset(place.end));
  const context = shown(from, to);
  return {
    ...location,
    region: { ...location.region, ...snippet(code) },
    contextRegion: { ...regionOf(lines), ...snippet(context) },
  };
}

function regionOf({ start, end }: Pick<Place, "start" | "end">): Region {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** The whole lines of a place, the last line break included, so that they are more than the place itself. */
function linesAround(place: Place, source: SourceText): Pick<Place, "start" | "end"> {
  const last = place.end.column === 1 && place.end.line > place.start.line ? place.end.line - 1 : place.end.line;
  const lineBreak = source.text.indexOf("\n", source.offset({ line: last, column: 1 }));
  const end = lineBreak < 0 ? source.position(source.text.length) : { line: last + 1, column: 1 };
  return { start: { line: place.start.line, column: 1 }, end };
}

function snippet(text: string): { snippet?: { text: string } } {
  return text === "" || text.length > mostSnippet ? {} : { snippet: { text: wellFormed(text) } };
}
