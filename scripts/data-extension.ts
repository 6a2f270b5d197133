import { dataFile, type Provenance, readFacts, settleFacts } from "./data-facts.ts";
import type { Mode } from "./repository.ts";

interface FactSetting {
  readonly name: string;
  readonly type: string;
  readonly allowed?: readonly string[];
  readonly default: string | null;
  readonly scope: readonly ("training" | "inference")[];
  readonly protected: boolean;
  readonly layer: string;
  readonly status: string;
  readonly cluster_types?: readonly string[];
  readonly replaces?: readonly string[];
  readonly misspellings?: readonly string[];
}

interface Facts {
  readonly settings: readonly FactSetting[];
  readonly renames: readonly {
    readonly old: string;
    readonly new: string;
    readonly when?: string;
    readonly note?: string;
  }[];
}

const provenance: Provenance = {
  source:
    "azure-ai-docs 2026-01-28, azure-cli-extensions AzureMLKubernetes.py 3f6c0dae, AML-Kubernetes b533ee43 (extension-settings.json)",
  date: "2026-01-28",
  script: "scripts/data-extension.ts",
};

/** Values of the chart that AML-Kubernetes b533ee43, docs/how-to-debug-arc-kubernetes-training.md, tells people to set. */
const fromTroubleshooting = [
  { name: "volumePluginDir", type: "string", workloads: ["training"], layer: "helm", status: "undocumented" },
  {
    name: "blobfuseSysctlInstall.enabled",
    type: "boolean",
    workloads: ["training"],
    layer: "helm",
    status: "undocumented",
  },
];

/** Writes the settings of the AzureML extension, and what became of former ones. */
export function main(mode: Mode): number {
  const make = () => {
    const facts = readFacts<Facts>("extension-settings.json");
    const settings = [...facts.settings.map(settingOf), ...fromTroubleshooting];
    const sections = { settings, former: formerOf(facts) };
    return new Map([["data/extension-settings.json", dataFile(provenance, sections)]]);
  };
  return settleFacts(mode, "extension-settings.json", make, "node scripts/run.js data-extension");
}

function settingOf(setting: FactSetting): object {
  return {
    name: setting.name,
    type: setting.type.replace("-string", ""),
    ...(setting.allowed && { allowed: setting.allowed }),
    ...(isLiteral(setting.default) && { default: setting.default }),
    workloads: setting.scope,
    ...(setting.protected && { protected: true }),
    layer: setting.layer,
    ...(setting.status !== "current" && { status: setting.status }),
    ...(setting.cluster_types && { clusterTypes: setting.cluster_types }),
  };
}

/** The facts also describe defaults in words. */
function isLiteral(text: string | null): boolean {
  return text !== null && /^[A-Za-z0-9./-]+$/.test(text);
}

/** Former and misprinted keys with what to write instead; a value only replaces the old one where that is true. */
function formerOf({ renames, settings }: Facts): Record<string, object> {
  const former: Record<string, { readonly replacements: object; readonly onlyWhenTrue?: true }> = {};
  for (const { old, new: replacement, when } of renames) {
    former[old] = { replacements: replacementsOf(replacement), ...(when && { onlyWhenTrue: true }) };
  }
  for (const { name, replaces = [], misspellings = [] } of settings) {
    for (const old of [...replaces, ...misspellings]) former[old] ??= { replacements: { [name]: null } };
  }
  return former;
}

/** `a=b + c=d` as key and value; without a value the old one stays. */
function replacementsOf(text: string): Record<string, string | null> {
  const pairs = text.split(" + ").map((pair) => pair.split("="));
  return Object.fromEntries(pairs.map(([key, value]) => [key!, value ?? null]));
}
