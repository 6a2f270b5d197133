import { isMap, isScalar, isSeq, type Node, parseAllDocuments } from "yaml";
import type { Example, ExampleFile } from "../../scripts/rule-page.ts";
import { SourceText } from "../../src/model/place.ts";
import { readJson } from "../../src/parsers/json/reader.ts";
import type { JsonNode } from "../../src/parsers/json/syntax.ts";
import { parseHcl } from "../../src/parsers/terraform/read/hcl.ts";
import type { Body, Expression, Range } from "../../src/parsers/terraform/read/syntax.ts";

/** An example with one value that nobody can know: the whole text of the file that changes, and what became unknown. */
export interface Variant {
  readonly path: string;
  readonly text: string;
  readonly what: string;
}

type Value = Range & { readonly name: string };

/** Every way to make one value of an example unknown, in each of its files whose language can write an unknown. */
export function variantsOf(example: Example): Variant[] {
  return example.files.flatMap((file) => [...variantsOfFile(file)]);
}

function variantsOfFile(file: ExampleFile): Variant[] {
  const { path, text } = file;
  if (path === "ml-lint.yaml") return [];
  if (path.endsWith(".tf")) return variantsOfTerraform(path, text);
  if (/(?<!\.tf)\.json$/.test(path) && text.includes("/deploymentTemplate.json#"))
    return variantsOfTemplate(path, text);
  if (/\.ya?ml$/.test(path)) return written(path, text, valuesInYaml(text), ['"$(UNKNOWN)"']);
  if (/\.(?:sh|bash|azcli)$/.test(path)) return written(path, text, valuesInCommands(text), ['"$UNKNOWN"']);
  return [];
}

/** The variants with each value replaced by each of the texts that stand for an unknown. */
function written(
  path: string,
  text: string,
  values: readonly Value[],
  unknowns: readonly string[],
  end = "",
): Variant[] {
  return values.flatMap(({ from, to, name }) =>
    unknowns.map((unknown) => ({ path, text: text.slice(0, from) + unknown + text.slice(to) + end, what: name })),
  );
}

/** Blocks whose contents decide what is read and how, rather than what is deployed. */
const settingBlocks = new Set(["terraform", "provider", "variable", "module", "data", "moved", "import"]);

/** Attributes that are not values of the resource. */
const metaArguments = new Set(["count", "for_each", "provider", "depends_on"]);

function variantsOfTerraform(path: string, text: string): Variant[] {
  const values = valuesInBody(parseHcl(new SourceText(path, text)).body);
  const end = '\nresource "terraform_data" "unknown" {\n  input = timestamp()\n}\n';
  return written(path, text, values, ["terraform_data.unknown.output"], end);
}

function valuesInBody(body: Body, isTop = true): Value[] {
  if (body.form !== "native") return [];
  const own = isTop ? [] : body.attributes.filter((attribute) => !metaArguments.has(attribute.name));
  const blocks = body.blocks.filter((block) => !block.broken && !(isTop && settingBlocks.has(block.type)));
  return [
    ...own.flatMap(({ name, expression }) => [
      { name, from: expression.from, to: expression.to },
      ...valuesInside(name, expression),
    ]),
    ...blocks.flatMap((block) => valuesInBody(block.body, false)),
  ];
}

/** What azapi writes in the objects of a body. */
function valuesInside(path: string, expression: Expression): Value[] {
  if (expression.type !== "object") return [];
  return expression.items.flatMap((item) => {
    const { from, to } = item.value;
    const name = `${path}.${item.name ?? "…"}`;
    return [{ name, from, to }, ...valuesInside(name, item.value)];
  });
}

/** What tells which resource it is, and whether and how often. */
const templateWords = new Set(["type", "apiVersion", "condition", "copy", "existing", "dependsOn", "resources"]);

function variantsOfTemplate(path: string, text: string): Variant[] {
  const { root } = readJson(text);
  const resources = root === undefined ? [] : membersNamed(root, "resources");
  const values = resources.flatMap((node) => valuesOfResources(node, "resources"));
  const ownParameter = `[parameters('unknown')]`;
  const declared = text.includes('"parameters": {')
    ? text.replace('"parameters": {', '"parameters": { "unknown": { "type": "string" },')
    : text.replace("{", '{ "parameters": { "unknown": { "type": "string" } },');
  const shift = declared.length - text.length;
  return [
    ...written(path, text, values, [`"[reference('unknown').value]"`]),
    ...written(
      path,
      declared,
      values.map(({ name, from, to }) => ({ name, from: from + shift, to: to + shift })),
      [`"${ownParameter}"`],
    ),
  ];
}

function membersNamed(node: JsonNode, key: string): JsonNode[] {
  return node.type === "object" ? node.members.filter((member) => member.key === key).map(({ value }) => value) : [];
}

function valuesOfResources(node: JsonNode, path: string): Value[] {
  const resources =
    node.type === "array" ? node.items : node.type === "object" ? node.members.map(({ value }) => value) : [];
  return resources.flatMap((resource) => [
    ...valuesInJson(resource, path, templateWords),
    ...membersNamed(resource, "resources").flatMap((inner) => valuesOfResources(inner, `${path}.resources`)),
  ]);
}

function valuesInJson(node: JsonNode, path: string, passedOver: ReadonlySet<string> = new Set()): Value[] {
  const children =
    node.type === "object"
      ? node.members.filter(({ key }) => !passedOver.has(key)).map(({ key, value }) => ({ key, value }))
      : node.type === "array"
        ? node.items.map((value, index) => ({ key: String(index), value }))
        : [];
  return children.flatMap(({ key, value }) => {
    const name = `${path}.${key}`;
    return [{ name, from: value.from, to: value.to }, ...valuesInJson(value, name)];
  });
}

/** What tells which kind of file it is. */
const yamlWords = new Set(["$schema", "type", "kind", "apiVersion"]);

function valuesInYaml(text: string): Value[] {
  return parseAllDocuments(text).flatMap((document) => valuesInNode(document.contents as Node | null, ""));
}

function valuesInNode(node: Node | null, path: string): Value[] {
  if (isMap(node)) {
    return node.items.flatMap(({ key, value }) => {
      const word = isScalar(key) ? String(key.value) : "…";
      return yamlWords.has(word) && path === "" ? [] : valuesInNode(value as Node | null, `${path}.${word}`);
    });
  }
  if (isSeq(node)) return node.items.flatMap((item, index) => valuesInNode(item as Node, `${path}.${index}`));
  const isText = isScalar(node) && (node.type === "PLAIN" || node.type?.startsWith("QUOTE"));
  const [from, to] = node?.range ?? [];
  return isText && from !== undefined && to !== undefined && to > from ? [{ name: path, from, to }] : [];
}

/** What such a flag names is read as well. */
const fileFlags = new Set(["--file", "--config-settings-file", "--config-protected-file"]);

/** The words after a flag of an az command, and the values of `key=value` among them; not what is no word by mistake. */
function valuesInCommands(text: string): Value[] {
  const values: Value[] = [];
  let flag: string | undefined;
  for (const match of text.matchAll(/\n|"[^"\n]*"|'[^'\n]*'|[^\s"'\\]+(?:"[^"\n]*"|'[^'\n]*')?/g)) {
    const [word] = match;
    if (word === "\n") {
      if (text[match.index - 1] !== "\\") flag = undefined;
    } else if (word.startsWith("-")) flag = word;
    else if (flag !== undefined && !fileFlags.has(flag) && !word.includes("--")) {
      const start = match.index + (/^[\w.]+=/.exec(word)?.[0].length ?? 0);
      values.push({ name: `${flag} ${word}`, from: start, to: match.index + word.length });
    }
  }
  return values;
}
