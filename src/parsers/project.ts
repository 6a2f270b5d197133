import { azurermVersions } from "../../data/azurerm-versions.ts";
import type { Environment, Tier } from "../model/environment.ts";
import type { Language, Project } from "../model/project.ts";
import type { Declaration, Resource } from "../model/resource.ts";
import { isWanted, mapDeclaration } from "./mapping/map.ts";
import type { ParserInput, ParserResult } from "./parser.ts";

interface Reader {
  /** What it reads, for the message where it fails. */
  readonly subject: string;
  /** The paths that may concern it; the parser itself looks closer. */
  readonly reads: RegExp;
  readonly parse: (input: ParserInput) => Promise<ParserResult>;
}

/** The parsers; each is loaded only when a file asks for it. */
const readers: readonly Reader[] = [
  {
    subject: "Terraform",
    reads: /\.(?:tf|tofu|tfvars)(?:\.json)?$|\.tfvars\.example$/i,
    parse: async (input) => {
      const { parseTerraform } = await import("./terraform/index.ts");
      return parseTerraform(input, { isWanted, knownVersions: azurermVersions });
    },
  },
  {
    subject: "Terraform plans",
    reads: /(?<!\.tf|\.tofu|\.tfvars)\.json$/i,
    parse: async (input) => {
      const { parsePlans } = await import("./terraform/plan/index.ts");
      return parsePlans(input, { isWanted, knownVersions: azurermVersions });
    },
  },
  {
    subject: "ARM templates",
    reads: /(?<!\.tf|\.tofu|\.tfvars)\.jsonc?$/i,
    parse: async (input) => (await import("./arm/index.ts")).parseArm(input),
  },
  {
    subject: "commands and YAML",
    reads: /(?<!\.tf|\.tofu|\.tfvars)\.(?:sh|bash|zsh|ksh|azcli|ps1|psm1|md|markdown|ya?ml|json)$/i,
    parse: async (input) => (await import("./commands/all.ts")).parseCommandsAndYaml(input),
  },
];

/** Reads all files and gives the resources of every environment; `tiers` overrides tiers by environment name. */
export async function parseProject(input: ParserInput, tiers: Readonly<Record<string, Tier>>): Promise<Project> {
  const defects: string[] = [];
  const results = await Promise.all(readers.map((reader) => read(reader, input, defects)));
  const scripts = results.flatMap((result) => result.embedded);
  if (scripts.length > 0) results.push((await import("./commands/index.ts")).parseEmbedded(scripts, input));
  const inTier = (environment: Environment): Environment => {
    const tier = tiers[environment.name];
    return tier === undefined ? environment : { ...environment, tier };
  };
  const mapped = (declaration: Declaration): Resource[] => {
    try {
      return mapDeclaration({ ...declaration, environment: inTier(declaration.environment) });
    } catch (error) {
      defects.push(`reading ${declaration.identity.address} failed: ${reasonOf(error)}`);
      return [];
    }
  };
  return {
    roots: results
      .flatMap((result) => result.roots)
      .map((root) => ({ ...root, environments: root.environments.map(inTier) })),
    resources: results.flatMap((result) => result.declarations.flatMap(mapped)),
    get problems() {
      return results.flatMap((result) => result.problems);
    },
    comments: results.flatMap((result) => result.directives),
    files: countFiles(results),
    defects,
  };
}

/** A reader that fails is our defect; what the others read is linted all the same. */
async function read(reader: Reader, input: ParserInput, defects: string[]): Promise<ParserResult> {
  const paths = input.paths.filter((path) => reader.reads.test(path));
  if (paths.length === 0) return nothing;
  try {
    return await reader.parse({ ...input, paths });
  } catch (error) {
    defects.push(`reading ${reader.subject} failed: ${reasonOf(error)}`);
    return nothing;
  }
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
