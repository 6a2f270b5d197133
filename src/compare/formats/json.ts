import type {
  CellDocument,
  ComparedPlaceDocument,
  ComparedResourceDocument,
  ComparisonDocument,
  ObjectionDocument,
  RowDocument,
  TableDocument,
} from "../../../schemas/types/comparison.generated.ts";
import { type Place, placeKey } from "../../model/place.ts";
import { harmlessJson } from "../../report/text/harmless.ts";
import type { Cell, ComparedResource, Comparison, Row, Table } from "../comparison.ts";
import type { Objection } from "../objections.ts";

/** The comparison as `schemas/comparison.schema.json` describes it. */
export function formatJson(comparison: Comparison): string {
  return `${harmlessJson(comparisonDocument(comparison))}\n`;
}

export function comparisonDocument({ version, tables, failures }: Comparison): ComparisonDocument {
  return {
    version: 1,
    tool: { name: "ml-lint", version },
    tables: tables.map(tableDocument),
    failures: failures.map(({ message }) => message),
  };
}

function tableDocument({ title, language, roots, columns, resources, gaps }: Table): TableDocument {
  return {
    title,
    language,
    roots: [...roots],
    environments: columns.map(({ name, environment, root }) => ({
      column: name,
      name: environment.name,
      tier: environment.tier,
      root,
    })),
    resources: resources.map(resourceDocument),
    gaps: [...gaps],
  };
}

function resourceDocument({ kind, label, type, address, members, rows }: ComparedResource): ComparedResourceDocument {
  const addresses = members.map((member) => member?.identity.address ?? null);
  return { kind, label, type, address, addresses, rows: rows.map(rowDocument) };
}

function rowDocument({ control, label, sameness, cells }: Row): RowDocument {
  return { control, label, sameness, cells: cells.map(cellDocument) };
}

function cellDocument({ state, text, why, defaultOf, sensitive, reading, objections }: Cell): CellDocument {
  const decided = reading?.trail.at(-1)?.at;
  return {
    state,
    text,
    ...(why !== undefined && { why }),
    ...(defaultOf !== undefined && { defaultOf }),
    ...(sensitive && { sensitive }),
    ...(reading && { place: placeDocument(reading.at) }),
    ...(reading && decided && placeKey(decided) !== placeKey(reading.at) && { decidedAt: placeDocument(decided) }),
    objections: objections.map(objectionDocument),
  };
}

function objectionDocument({ rule, level, message, accepted }: Objection): ObjectionDocument {
  return { rule, level, message, ...(accepted !== undefined && { accepted }) };
}

function placeDocument({ file, start }: Place): ComparedPlaceDocument {
  return { file, line: start.line, column: start.column };
}
