/** What users build on, as far as it can be compared: a former release and this one each have one. */
export interface Contract {
  readonly rules: readonly ContractRule[];
  readonly action: Readonly<Record<"inputs" | "outputs", readonly string[]>>;
  /** The public schemas by their file names. */
  readonly schemas: Readonly<Record<string, unknown>>;
}

export interface ContractRule {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly preset: string;
  readonly severity: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, unknown>>;
}

export type Bump = "patch" | "minor" | "major";

export interface Change {
  readonly bump: Bump;
  readonly text: string;
  /** The rule that the changelog has to name. */
  readonly rule?: string;
}

const bumps: readonly Bump[] = ["patch", "minor", "major"];
const levels = ["off", "note", "warning", "error"];
const presets = ["all", "strict", "recommended"];

/** What changed from one release to the next, and the version that each change asks for. */
export function changesBetween(former: Contract, current: Contract): Change[] {
  return [
    ...former.rules.flatMap((rule) => lostOrChanged(rule, current.rules)),
    ...current.rules.flatMap((rule) => gained(rule, former.rules)),
    ...(["inputs", "outputs"] as const).flatMap((part) =>
      namesBetween(`the Action's ${part}`, former.action[part], current.action[part]),
    ),
    ...[...new Set([...Object.keys(former.schemas), ...Object.keys(current.schemas)])].flatMap((name) =>
      namesBetween(name, keysOf(former.schemas[name]), keysOf(current.schemas[name])),
    ),
  ];
}

/** The greatest version step that one of the changes asks for. */
export function neededBump(changes: readonly Change[]): Bump {
  return bumps[Math.max(0, ...changes.map(({ bump }) => bumps.indexOf(bump)))]!;
}

function lostOrChanged(former: ContractRule, rules: readonly ContractRule[]): Change[] {
  const rule = rules.find(({ id }) => id === former.id) ?? rules.find(({ aliases }) => aliases.includes(former.id));
  if (!rule) return [{ bump: "major", rule: former.id, text: `${former.id} is gone, and no rule has it as an alias` }];
  const { id } = rule;
  const changes: Change[] = [];
  if (id !== former.id) changes.push({ bump: "minor", rule: id, text: `${former.id} is called ${id}` });
  for (const alias of former.aliases.filter((name) => name !== id && !rule.aliases.includes(name)))
    changes.push({ bump: "major", rule: id, text: `${id} has lost its alias ${alias}` });
  for (const [tier, level] of Object.entries(rule.severity)) {
    const louder = levels.indexOf(level) - levels.indexOf(former.severity[tier] ?? "off");
    if (louder === 0) continue;
    const text = `${id} is ${level} in ${tier}, and was ${former.severity[tier] ?? "off"}`;
    changes.push({ bump: louder > 0 ? "minor" : "patch", rule: id, text });
  }
  if (rule.preset !== former.preset) {
    const wider = presets.indexOf(rule.preset) > presets.indexOf(former.preset);
    const text = `${id} begins with the preset ${rule.preset}, and did with ${former.preset}`;
    changes.push({ bump: wider ? "minor" : "patch", rule: id, text });
  }
  const options = namesBetween(`the options of ${id}`, Object.keys(former.options), Object.keys(rule.options));
  return [...changes, ...options.map((change) => ({ ...change, rule: id }))];
}

function gained(rule: ContractRule, former: readonly ContractRule[]): Change[] {
  const isKnown = former.some(({ id }) => id === rule.id || rule.aliases.includes(id));
  return isKnown ? [] : [{ bump: "minor", rule: rule.id, text: `${rule.id} is new` }];
}

function namesBetween(where: string, former: readonly string[], current: readonly string[]): Change[] {
  const lost = former.filter((name) => !current.includes(name));
  const more = current.filter((name) => !former.includes(name));
  return [
    ...lost.map((name): Change => ({ bump: "major", text: `${where} have lost ${name}` })),
    ...more.map((name): Change => ({ bump: "minor", text: `${where} have gained ${name}` })),
  ];
}

/** The keys and fixed values that a schema knows, by their path; those of single rules are compared as rules. */
function keysOf(schema: unknown, path = ""): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key.includes("/")) return [];
    if (key === "const") return [`${path}=${value}`];
    if (key === "enum" && Array.isArray(value)) return value.map((one) => `${path}=${one}`);
    if (key !== "properties" && key !== "definitions") return keysOf(value, path);
    return Object.entries(value as object)
      .filter(([name]) => !name.includes("/"))
      .flatMap(([name, below]) => [`${path}/${name}`, ...keysOf(below, `${path}/${name}`)]);
  });
}
