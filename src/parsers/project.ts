import { azurermVersions } from "../../data/azurerm-versions.ts";
import type { Environment } from "../model/environment.ts";
import type { Language, Project } from "../model/project.ts";
import type { Declaration, Resource } from "../model/resource.ts";
import { inSetTier, type TierSettings } from "../model/tier-settings.ts";
import { hasMark, yamlMarks } from "./commands/marks.ts";
import { isWanted, mapDeclaration } from "./mapping/map.ts";
import type { ParserInput, ParserResult } from "./parser.ts";
import { isPipelineOrScript, mayGiveVariables } from "./pipelines/marks.ts";
import { type SourceSettings, withoutSources } from "./sources.ts";
import type { TerraformRun } from "./terraform-run.ts";
import { type Update, withUpdates } from "./updates.ts";

interface Reader {
  /** What it reads, for the message where it fails. */
  readonly subject: string;
  /** It is not asked where all of these are switched off. */
  readonly languages: readonly Language[];
  /** The paths that may concern it; the parser itself looks closer. */
  readonly reads: RegExp;
  /** Whether a text may concern it, where files are also read for the sake of others. */
  readonly concerns?: (path: string, text: string) => boolean;
  readonly parse: (input: ParserInput, project: ParserInput, defects: string[]) => Promise<ParserResult>;
}

/** The parsers; each is loaded only when a file asks for it. */
const readers: readonly Reader[] = [
  {
    subject: "Terraform",
    languages: ["terraform"],
    reads: /\.(?:tf|tofu|tfvars)(?:\.json)?$|\.tfvars\.example$/i,
    parse: async (input, project, defects) => {
      const { parseTerraform } = await import("./terraform/index.ts");
      const runs = await terraformRuns(project, defects);
      const isRead = input.allTypes ? () => true : isWanted;
      return parseTerraform(input, { isWanted: isRead, knownVersions: azurermVersions, runs });
    },
  },
  {
    subject: "Terraform plans",
    languages: ["plan"],
    reads: /(?<!\.tf|\.tofu|\.tfvars)\.json$/i,
    parse: async (input) => {
      const { parsePlans } = await import("./terraform/plan/index.ts");
      return parsePlans(input, { isWanted, knownVersions: azurermVersions });
    },
  },
  {
    subject: "ARM templates",
    languages: ["arm"],
    reads: /(?<!\.tf|\.tofu|\.tfvars)\.jsonc?$/i,
    parse: async (input) => (await import("./arm/index.ts")).parseArm(input),
  },
  {
    subject: "commands and YAML",
    languages: ["commands", "settings", "kubernetes", "azureml"],
    reads: /(?<!\.tf|\.tofu|\.tfvars)\.(?:sh|bash|zsh|ksh|azcli|ps1|psm1|md|markdown|ya?ml|json)$/i,
    concerns: (path, text) => !isPipelineOrScript(path) || hasMark(text, yamlMarks),
    parse: async (input) => (await import("./commands/all.ts")).parseCommandsAndYaml(input),
  },
];

/** Reads all files and gives the resources of every environment; `tiers` overrides tiers by environment name. */
export async function parseProject(
  input: ParserInput,
  tiers: TierSettings,
  sources: SourceSettings = {},
): Promise<Project> {
  const defects: string[] = [];
  const asked = readers.filter(({ languages }) => languages.some((language) => sources[language] !== "off"));
  const read = await Promise.all(asked.map((reader) => readWith(reader, input, sources, defects)));
  const results = [...read, ...(await readEmbedded(read, input, sources))];
  const inTier = (environment: Environment): Environment => inSetTier(tiers, environment);
  const updates: Update[] = [];
  const mapped = (declaration: Declaration): Resource[] => {
    try {
      const resources = mapDeclaration({ ...declaration, environment: inTier(declaration.environment) });
      if (declaration.partial) updates.push({ declaration, resources });
      return resources;
    } catch (error) {
      defects.push(`reading ${declaration.identity.address} failed: ${reasonOf(error)}`);
      return [];
    }
  };
  return {
    roots: results
      .flatMap((result) => result.roots)
      .map((root) => ({ ...root, environments: root.environments.map(inTier) })),
    resources: withUpdates(
      results.flatMap((result) => result.declarations.flatMap(mapped)),
      updates,
    ),
    ...(input.allTypes && { declarations: results.flatMap((result) => result.declarations) }),
    get problems() {
      return results.flatMap((result) => result.problems);
    },
    comments: results.flatMap((result) => result.directives),
    files: countFiles(results),
    defects,
  };
}

/** What pipelines and scripts give to Terraform; most projects have none, which a look at the texts tells. */
async function terraformRuns(project: ParserInput, defects: string[]): Promise<readonly TerraformRun[]> {
  const { paths, texts } = project;
  const gives = (path: string) => isPipelineOrScript(path) && mayGiveVariables(texts.get(path)?.text ?? "");
  try {
    return paths.some(gives) ? (await import("./pipelines/index.ts")).readTerraformRuns(project) : [];
  } catch (error) {
    defects.push(`reading what pipelines give to Terraform failed: ${reasonOf(error)}`);
    return [];
  }
}

/** A reader that fails is our defect; what the others read is linted all the same. */
async function readWith(
  reader: Reader,
  input: ParserInput,
  sources: SourceSettings,
  defects: string[],
): Promise<ParserResult> {
  const { reads, concerns } = reader;
  const mayConcern = (path: string) => concerns?.(path, input.texts.get(path)?.text ?? "") ?? true;
  const paths = input.paths.filter((path) => reads.test(path) && mayConcern(path));
  if (paths.length === 0) return nothing;
  try {
    const result = await reader.parse({ ...input, paths }, input, defects);
    return reader.languages.some((language) => sources[language] === "off") ? withoutSources(result, sources) : result;
  } catch (error) {
    defects.push(`reading ${reader.subject} failed: ${reasonOf(error)}`);
    return nothing;
  }
}

/** Scripts that stand inside the files of other languages. */
async function readEmbedded(
  results: readonly ParserResult[],
  input: ParserInput,
  sources: SourceSettings,
): Promise<ParserResult[]> {
  const scripts = results.flatMap((result) => result.embedded);
  if (scripts.length === 0 || sources.commands === "off") return [];
  return [(await import("./commands/index.ts")).parseEmbedded(scripts, input)];
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

const nothing: ParserResult = {
  roots: [],
  declarations: [],
  problems: [],
  directives: [],
  files: new Map(),
  embedded: [],
};

function countFiles(results: readonly ParserResult[]): Map<Language, number> {
  const counts = new Map<Language, number>();
  for (const result of results) {
    for (const [language, count] of result.files) counts.set(language, (counts.get(language) ?? 0) + count);
  }
  return counts;
}
