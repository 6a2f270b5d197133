import type { Texts } from "../../model/files.ts";
import type { Place, SourceText } from "../../model/place.ts";
import type { Resource } from "../../model/resource.ts";
import type { MissingSite, WrittenSite } from "../../model/site.ts";
import { deciding, type Tree } from "../../model/tree.ts";
import { armBranchWith, writeInArm } from "./arm-branch.ts";
import type { AddItem, Change, Copy, Proposal, RemoveAttribute, RenameEntry, ReplaceWord, SetValue } from "./change.ts";
import { insertOption, insertSetting, removeWords } from "./command.ts";
import type { Edit } from "./edit.ts";
import { type Insertion, insertIntoHcl, removeFromHcl } from "./hcl.ts";
import { insertIntoJson, removeFromJson } from "./json.ts";
import { languageOf } from "./language.ts";
import { type FixLanguage, type Scalar, writeLiteral } from "./literal.ts";
import { originOf } from "./origin.ts";
import { branchWith, rewritten } from "./rewrite.ts";
import { insertIntoYaml, removeFromYaml } from "./yaml.ts";

type Replacement = Omit<Edit, "file">;

/** The edits that make a proposal true; undefined where what decides is not written in a form that can be rewritten. */
export function editsOf({ resource, changes }: Proposal, texts: Texts): Edit[] | undefined {
  const edits: Edit[] = [];
  for (const change of changes) {
    const made = new Pen(resource, texts).write(change);
    if (!made) return undefined;
    edits.push(...made);
  }
  return edits.length === 0 ? undefined : edits;
}

/** Writes changes of one resource into the texts that decide it. */
class Pen {
  readonly #resource: Resource;
  readonly #texts: Texts;

  constructor(resource: Resource, texts: Texts) {
    this.#resource = resource;
    this.#texts = texts;
  }

  write(change: Change): Edit[] | undefined {
    if ("set" in change) return this.#set(change);
    if ("remove" in change) return this.#remove(change);
    if ("rename" in change) return this.#rename(change);
    if ("add" in change) return this.#add(change);
    return this.#replace(change);
  }

  #set(change: SetValue): Edit[] | undefined {
    const site = this.#resource.site(change.set, change.entry);
    if (!site) return undefined;
    if (isCopy(change.to)) return site.state === "missing" ? this.#insertCopy(site, change.set, change.to) : undefined;
    const value = change.entry === undefined ? this.#encoded(change.set, change.to) : change.to;
    if (!isScalar(value)) return undefined;
    if (site.state === "written") return this.#rewrite(site.tree, value);
    return this.#insert(site, change.set, (language) => writeLiteral(value, language));
  }

  #encoded(attribute: string, value: Scalar): unknown {
    return this.#resource.spelling(attribute)?.encode(value);
  }

  /** Rewrites the literal that decides a value, or the branch of a conditional that does. */
  #rewrite(tree: Tree, value: Scalar): Edit[] | undefined {
    if (tree.form !== "leaf") return undefined;
    const at = deciding(tree);
    const found = this.#open(at);
    const text = found && rewritten(found.source.text.slice(found.from, found.to), found.language, tree.value, value);
    if (text !== undefined) return this.#put(at, found!.source, found!.from, found!.to, text);
    for (const place of [...tree.trail.map((step) => step.at).toReversed(), tree.at]) {
      const edits = this.#rewriteBranch(place, tree.value, value);
      if (edits) return edits;
    }
    return undefined;
  }

  #rewriteBranch(at: Place, was: Scalar | null, value: Scalar): Edit[] | undefined {
    const found = this.#open(at);
    if (!found) return undefined;
    const expression = found.source.text.slice(found.from, found.to);
    const isArm = found.language === "json" && this.#resource.source === "arm";
    if (!isArm && found.language !== "hcl") return undefined;
    const branch = isArm ? armBranchWith(expression, was) : branchWith(expression, was);
    if (!branch) return undefined;
    const text = isArm ? writeInArm(value) : rewritten(expression.slice(branch.from, branch.to), "hcl", was, value);
    return this.#put(at, found.source, found.from + branch.from, found.from + branch.to, text);
  }

  #replace({ replace, part, by }: ReplaceWord): Edit[] | undefined {
    if (!("state" in replace)) return this.#replaceText(replace, undefined, by);
    if (part !== undefined) {
      if (replace.state === "absent") return undefined;
      return this.#replaceText(replace.at, part, by) ?? this.#replaceText(deciding(replace), part, by);
    }
    if (replace.state !== "known") return undefined;
    const { at, trail, value } = replace;
    if (!isScalar(value)) return undefined;
    return this.#rewrite({ form: "leaf", value, at, trail }, by);
  }

  /** Puts a word in place of the text at a place, whose quotes stay, or of a part that stands in it once. */
  #replaceText(at: Place, part: string | undefined, by: string): Edit[] | undefined {
    const found = this.#open(at);
    if (!found) return undefined;
    const { source, from, to } = found;
    const text = source.text.slice(from, to);
    if (part === undefined) {
      const quote = text.length > 1 && text.startsWith('"') && text.endsWith('"') ? '"' : "";
      return this.#put(at, source, from, to, `${quote}${by}${quote}`);
    }
    const [lower, wanted] = [text.toLowerCase(), part.toLowerCase()];
    const start = lower.indexOf(wanted);
    if (start < 0 || start !== lower.lastIndexOf(wanted)) return undefined;
    return this.#put(at, source, from + start, from + start + part.length, by);
  }

  #rename({ rename, entry, to }: RenameEntry): Edit[] | undefined {
    const site = this.#resource.site(rename, entry);
    if (site?.state !== "written" || !site.key) return undefined;
    const found = this.#open(site.key);
    if (!found) return undefined;
    const { source, from, to: end } = found;
    const written = source.text.slice(from, end);
    const quote = written.startsWith('"') && written.endsWith('"') && written.length > 1 ? '"' : "";
    if (written !== `${quote}${entry}${quote}`) return undefined;
    return this.#put(site.key, source, from, end, `${quote}${to}${quote}`);
  }

  #remove(change: RemoveAttribute): Edit[] | undefined {
    const site = this.#resource.site(change.remove, change.entry);
    if (site?.state !== "written") return undefined;
    const target = removable(site, this.#resource, change.with);
    if (!target) return undefined;
    const found = this.#open(target.key);
    const end = this.#open(target.value.at);
    if (!found || !end || found.source !== end.source) return undefined;
    const { source, from, language } = found;
    return this.#all(target.key, removed(source.text, from, Math.max(end.to, found.to), language));
  }

  #add({ add, item }: AddItem): Edit[] | undefined {
    const site = this.#resource.site(add);
    const spelled = this.#encoded(add, item);
    if (!site || typeof spelled !== "string") return undefined;
    if (site.state === "missing") {
      return this.#insert(site, add, (language) => listOf(writeLiteral(spelled, language), language));
    }
    if (site.tree.form === "leaf" && typeof site.tree.value === "string") {
      return this.#rewrite(site.tree, site.tree.value === "None" ? spelled : `${site.tree.value}, ${spelled}`);
    }
    return site.tree.form === "list" ? this.#addTo(deciding(site.tree), spelled) : undefined;
  }

  #addTo(at: Place, item: string): Edit[] | undefined {
    const found = this.#open(at);
    const written = found && writeLiteral(item, found.language);
    if (!found || written === undefined || found.language === "command") return undefined;
    const { source, from, to } = found;
    const list = source.text.slice(from, to);
    if (list[0] !== "[" || !list.endsWith("]") || /[\n#]|\/[/*]/.test(list)) return undefined;
    const items = list.slice(1, -1).trim();
    if (/^["']None["']$/i.test(items) || items === "") return this.#put(at, source, from, to, `[${written}]`);
    const end = from + list.slice(0, -1).trimEnd().length;
    return this.#put(at, source, end, end, `${items.endsWith(",") ? " " : ", "}${written}`);
  }

  #insertCopy(site: MissingSite, attribute: string, { copyOf }: Copy): Edit[] | undefined {
    const found = this.#open(copyOf);
    if (!found || copyOf.file !== this.#resource.header.file) return undefined;
    const written = found.source.text.slice(found.from, found.to);
    if (written.includes("\n") || (found.language === "command" && !copyable.test(written))) return undefined;
    return this.#insert(site, attribute, () => written);
  }

  #insert(
    site: MissingSite,
    attribute: string,
    write: (language: FixLanguage) => string | undefined,
  ): Edit[] | undefined {
    const { owner, depth, rest } = site;
    const place = deciding(owner);
    const found = this.#open(place);
    const value = found && write(found.language);
    if (!found || value === undefined) return undefined;
    if (this.#resource.source === "azapi" && depth === 0 && rest[0] !== "identity") return undefined;
    const spelled = this.#resource.spelling(attribute)?.path.length ?? 0;
    const inBlock = found.source.text[found.from] !== "{";
    const blocks = inBlock ? Math.max(0, spelled - depth - 1) : 0;
    const insertion: Insertion = { names: rest, value, blocks };
    return this.#all(place, this.#inserted(found, insertion, depth));
  }

  #inserted({ source, from, to, language }: Opened, insertion: Insertion, depth: number): Replacement[] | undefined {
    const { text } = source;
    switch (language) {
      case "hcl":
        return insertIntoHcl(text, { from, to }, insertion);
      case "json":
        return insertIntoJson(text, from, insertion);
      case "yaml":
        return insertIntoYaml(text, from, to, insertion);
      case "command": {
        const { names, value } = insertion;
        const [name = "", entry] = names;
        if (depth > 0) return insertSetting(text, to, `${name}=${value}`);
        const flag = settingsFlags[name];
        const option = flag ? `${flag} ${entry}=${value}` : `--${name} ${value}`;
        return insertOption(text, from, this.#resource.type.split(" "), option);
      }
    }
  }

  #open(at: Place): Opened | undefined {
    const source = this.#texts.get(at.file);
    const language = languageOf(this.#resource, at.file);
    if (!source || !language || originOf(at.file, source.text)) return undefined;
    return { source, language, from: source.offset(at.start), to: source.offset(at.end) };
  }

  #put(at: Place, source: SourceText, from: number, to: number, text: string | undefined): Edit[] | undefined {
    if (text === undefined || source.text.slice(from, to) === text) return undefined;
    return [{ file: at.file, from, to, text }];
  }

  #all({ file }: Place, replacements: readonly Replacement[] | Replacement | undefined): Edit[] | undefined {
    return replacements && [replacements].flat().map((one) => ({ file, ...one }));
  }
}

/** The options whose values are settings of an extension. */
const settingsFlags: Readonly<Record<string, string>> = {
  settings: "--config",
  "protected-settings": "--config-protected",
};

/** What can be copied as a word of a command, wherever it stood in one before. */
const copyable = /^[\w./:@%+,~${}-]+$/;

interface Opened {
  readonly source: SourceText;
  readonly language: FixLanguage;
  readonly from: number;
  readonly to: number;
}

function removable(site: WrittenSite, resource: Resource, holder: string | undefined) {
  if (holder !== undefined) return site.way.find(({ name }) => name === holder);
  const last = site.way.at(-1);
  if (resource.source !== "command" || !last) return last;
  if (last.value.form === "mapping") return undefined;
  // An option needs a value: with the last one it goes as well.
  const option = site.way.length > 1 && last.mapping.entries.size === 1 ? site.way.at(-2) : undefined;
  return option ? { key: option.key, value: last.value } : last;
}

function removed(text: string, from: number, to: number, language: FixLanguage): Replacement[] | undefined {
  switch (language) {
    case "hcl": {
      const replacement = removeFromHcl(text, from);
      return replacement && [replacement];
    }
    case "json":
      return removeFromJson(text, from);
    case "yaml":
      return removeFromYaml(text, from, to);
    case "command":
      return removeWords(text, from, to);
  }
}

function listOf(item: string | undefined, language: FixLanguage): string | undefined {
  return item === undefined || language === "command" ? item : `[${item}]`;
}

function isCopy(value: SetValue["to"]): value is Copy {
  return typeof value === "object";
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
