import { allNearest } from "../src/model/nearest.ts";
import table from "./vm-sizes.json" with { type: "json" };

/** What Azure offers under the name of a VM size. */
export interface VmSize {
  /** As Azure spells it: `Standard_DS3_v2`. */
  readonly name: string;
  readonly family: string;
  /** What a pod or job can use: the constrained number of a constrained size. */
  readonly vcpus: number;
  /** Undefined where no source states it. */
  readonly memoryGiB: number | undefined;
  readonly gpus: number | undefined;
  /** The day it retires or retired, as YYYY-MM-DD. */
  readonly retires: string | undefined;
  /** A B-series size, which earns credits while it idles. */
  readonly burstable: boolean;
}

interface Row {
  readonly family: string;
  readonly text: string;
}

const families: Readonly<Record<string, readonly string[]>> = table.families;
let rowsByName: ReadonlyMap<string, Row> | undefined;
let newestVersions: ReadonlyMap<string, number> | undefined;

/** A size by its name; case does not count. */
export function vmSize(name: string): VmSize | undefined {
  const row = rows().get(name.toLowerCase());
  return row && sizeOf(row);
}

/** The known sizes that a name most probably means: none, one, or several equally near ones. */
export function nearestVmSizes(name: string): readonly string[] {
  const withPrefix = rows().get(`standard_${name.toLowerCase()}`);
  return withPrefix ? [nameOf(withPrefix)] : allNearest(name, names());
}

/**
 * Whether a name has the form of a size and names a version of its series above the highest known one: a size that is
 * newer than this table.
 */
export function isNewerVersion(name: string): boolean {
  const series = seriesOf(name);
  if (!series) return false;
  newestVersions ??= newestBySeries();
  const newest = newestVersions.get(series.letters);
  return newest !== undefined && series.version > newest;
}

function rows(): ReadonlyMap<string, Row> {
  if (rowsByName) return rowsByName;
  const byName = new Map<string, Row>();
  for (const [family, texts] of Object.entries(families)) {
    for (const text of texts) {
      const row = { family, text };
      byName.set(nameOf(row).toLowerCase(), row);
    }
  }
  rowsByName = byName;
  return byName;
}

function* names(): Generator<string> {
  for (const row of rows().values()) yield nameOf(row);
}

function nameOf({ text }: Row): string {
  const name = text.slice(0, text.indexOf(" "));
  return name.startsWith("Basic_") ? name : `Standard_${name}`;
}

function sizeOf(row: Row): VmSize {
  const [, vcpus, memory, gpus, retires] = row.text.split(" ");
  const optional = (column: string | undefined) => (column === "-" ? undefined : Number(column));
  return {
    name: nameOf(row),
    family: row.family,
    vcpus: Number(vcpus),
    memoryGiB: optional(memory),
    gpus: optional(gpus),
    retires,
    burstable: /^standardB/i.test(row.family),
  };
}

/** `Standard_NC24ads_A100_v4`: the letters of the series, and its version; a name without one is version 1. */
function seriesOf(name: string): { letters: string; version: number } | undefined {
  const [prefix, size = "", ...rest] = name.toLowerCase().split("_");
  const letters = /^([a-z]{1,4})\d{1,4}(?:-\d{1,4})?[a-z]{0,6}$/.exec(size)?.[1];
  if (prefix !== "standard" || letters === undefined || !rest.every((part) => /^[a-z0-9]{1,16}$/.test(part))) {
    return undefined;
  }
  const version = /^v(\d{1,2})$/.exec(rest.at(-1) ?? "")?.[1];
  return { letters, version: Number(version ?? 1) };
}

function newestBySeries(): Map<string, number> {
  const newest = new Map<string, number>();
  for (const name of names()) {
    const series = seriesOf(name);
    if (series) newest.set(series.letters, Math.max(series.version, newest.get(series.letters) ?? 0));
  }
  return newest;
}
