import { describe, expect, test } from "vitest";
import { bodyOf, declarationsOf, entryAt, onlyDeclaration, plain, readFiles, textAt } from "../commands/reading.ts";

const create =
  "az k8s-extension create --extension-type Microsoft.AzureML.Kubernetes -n a -c b -t managedClusters -g c";

describe("settings in every spelling", () => {
  test.each<[string, string, string, unknown]>([
    ["--config", "--config a=1 b=2", "settings", { a: "1", b: "2" }],
    ["--configuration-settings", "--configuration-settings a=1", "settings", { a: "1" }],
    ["--config-settings", "--config-settings a=1", "settings", { a: "1" }],
    ["repeated", "--config a=1 --config b=2 --configuration-settings c=3", "settings", { a: "1", b: "2", c: "3" }],
    ["with a sign", "--config=a=1", "settings", { a: "1" }],
    ["on lines of their own", "--config \\\n  a=1 \\\n  b=2", "settings", { a: "1", b: "2" }],
    ["quoted", `--config "a=x y" 'b=2' c="3"`, "settings", { a: "x y", b: "2", c: "3" }],
    ["a value with a sign", "--config a=b=c", "settings", { a: "b=c" }],
    ["an empty value", "--config a= b=2", "settings", { a: "", b: "2" }],
    ["dotted", "--config nodeSelector.x/y=z", "settings", { "nodeSelector.x/y": "z" }],
    ["--config-protected", "--config-protected a=1", "protected-settings", { a: "1" }],
    ["--config-protected-settings", "--config-protected-settings a=1", "protected-settings", { a: "1" }],
    ["--configuration-protected-settings", "--configuration-protected-settings a=1", "protected-settings", { a: "1" }],
    ["a placeholder", "--config a=<the value> b=2", "settings", { a: "? <the value> is a placeholder", b: "2" }],
    [
      "a variable",
      '--config a=$X "b=$X"',
      "settings",
      {
        a: "? $X is not set in deploy.sh",
        b: "? $X is not set in deploy.sh",
      },
    ],
    ["none that can be seen", '--config "$ALL"', "settings", "? $ALL is not set in deploy.sh"],
    ["a key that is written twice", "--config a=1 a=2", "settings", { a: "2" }],
  ])("%s", (_, options, entry, expected) => {
    expect(bodyOf(onlyDeclaration(`${create} ${options}`))[entry]).toEqual(expected);
  });
});

test("places go down to the key and the value inside the word", () => {
  const text = `${create} --config "a=x y" b=2 --config-protected c=3`;
  const files = { "deploy.sh": text };
  const declaration = onlyDeclaration(text);
  const quoted = entryAt(declaration, "settings", "a");
  expect([textAt(files, quoted.key), textAt(files, quoted.value.at)]).toEqual(["a", "x y"]);
  const plainOne = entryAt(declaration, "settings", "b");
  expect([textAt(files, plainOne.key), textAt(files, plainOne.value.at)]).toEqual(["b", "2"]);
  const { value: settings } = entryAt(declaration, "settings");
  expect(settings.form === "mapping" && textAt(files, settings.header)).toBe("--config");
  expect(textAt(files, settings.at)).toBe('--config "a=x y" b=2');
});

test("without settings something absent is reported at az", () => {
  const declaration = onlyDeclaration(`${create} \\\n  --scope cluster`);
  expect(declaration.body.entries.has("settings")).toBe(false);
  expect(declaration.body.header.start).toEqual({ line: 1, column: 1 });
  expect(declaration.body.header.end.line).toBe(1);
});

test("protected values are sensitive", () => {
  const { value } = entryAt(onlyDeclaration(`${create} --config-protected a=1`), "protected-settings", "a");
  expect(value.sensitive).toBe(true);
});

test("settings that may be among others are told apart from settings that are absent", () => {
  const some = bodyOf(onlyDeclaration(`${create} --config a=1 $MORE`));
  expect(some).toMatchObject({ settings: { a: "1" }, "settings-incomplete": "$MORE is not set in deploy.sh" });
  expect(bodyOf(onlyDeclaration(`${create} --config a=1`))["settings-incomplete"]).toBeUndefined();
  const more = bodyOf(onlyDeclaration(`${create} --config a=1 --scope cluster "$@"`));
  expect(more).toMatchObject({ settings: { a: "1" }, "settings-incomplete": "$@ is an argument of the script" });
});

test("a replaced key keeps its place", () => {
  const text = `${create} --config a=1 b=2 a=3`;
  const { value } = entryAt(onlyDeclaration(text), "replaced-settings");
  expect(plain(value)).toEqual(["a"]);
  expect(value.form === "list" && value.items[0]!.at.start.column).toBe(text.indexOf("a=1") + 1);
});

test("an array's items are settings, with a trail to the array", () => {
  const text = `CONFIG=(enableTraining=True\n  "enableInference=Ture")\n${create} --config "\${CONFIG[@]}"\n`;
  const declaration = onlyDeclaration(text);
  expect(bodyOf(declaration).settings).toEqual({ enableTraining: "True", enableInference: "Ture" });
  const { value } = entryAt(declaration, "settings", "enableInference");
  expect(textAt({ "deploy.sh": text }, value.at)).toBe("${CONFIG[@]}");
  expect(textAt({ "deploy.sh": text }, value.trail.at(-1)!.at)).toBe("enableInference=Ture");
  expect(value.trail.at(-1)!.text).toBe("$CONFIG, set in deploy.sh");
});

describe("a settings file", () => {
  const json = '{\n  "enableTraining": "True",\n  "sslCname": "x"\n}\n';

  test("that a command names is read in its context", () => {
    const files = { "dev/deploy.sh": `${create} --config-file settings.json`, "dev/settings.json": json };
    const { declarations, files: counts } = readFiles(files);
    expect(declarations.map(({ source, environment }) => [source, environment.name])).toEqual([["command", "dev"]]);
    const { value, key } = entryAt(declarations[0]!, "settings", "sslCname");
    expect([key, value.at].map((place) => [place.file, textAt(files, place)])).toEqual([
      ["dev/settings.json", '"sslCname"'],
      ["dev/settings.json", '"x"'],
    ]);
    expect(bodyOf(declarations[0]!)["settings-file"]).toBe("settings.json");
    expect(Object.fromEntries(counts)).toEqual({ commands: 1, settings: 1 });
  });

  test.each([
    ["scripts/deploy.sh", "./config/settings.json", "scripts/config/settings.json"],
    ["scripts/deploy.sh", "config/settings.json", "config/settings.json"],
    ["a/b/deploy.sh", "../settings.json", "a/settings.json"],
  ])("is found from %s as %s", (script, written, path) => {
    const { declarations } = readFiles({ [script]: `${create} --config-settings-file ${written}`, [path]: json });
    expect(declarations.map((declaration) => bodyOf(declaration).settings)).toEqual([
      { enableTraining: "True", sslCname: "x" },
    ]);
  });

  test("beside settings on the command line, which win", () => {
    const { declarations } = readFiles({
      "deploy.sh": `${create} --config-file s.json --config sslCname=y`,
      "s.json": json,
    });
    expect(bodyOf(declarations[0]!).settings).toEqual({ enableTraining: "True", sslCname: "y" });
  });

  test.each([["missing.json"], ["../../outside.json"], ["/etc/passwd"], ["$FILE"]])("that is not there: %s", (path) => {
    const body = bodyOf(onlyDeclaration(`${create} --config-file ${path}`));
    expect(body.settings).toMatch(/^\? /);
  });

  test("of protected settings", () => {
    const { declarations } = readFiles({ "deploy.sh": `${create} --config-protected-file s.json`, "s.json": json });
    expect(bodyOf(declarations[0]!)["protected-settings"]).toMatchObject({ sslCname: "x" });
  });

  test("that stands alone is recognised by its keys", () => {
    const [declaration, ...others] = declarationsOf(json, "prod/extension.json");
    expect(others).toEqual([]);
    expect(declaration).toMatchObject({ source: "settings", type: "settings", environment: { name: "prod" } });
    expect(bodyOf(declaration!)).toEqual({ settings: { enableTraining: "True", sslCname: "x" } });
  });

  test.each([
    ["keys of others", '{ "a": "enableTraining" }'],
    ["nested values", '{ "enableTraining": "True", "x": {} }'],
    ["a list", '["enableTraining"]'],
    ["no object", '"enableTraining"'],
  ])("is something else with %s", (_, text) => {
    expect(declarationsOf(text, "a.json")).toEqual([]);
  });

  test("that is broken is a problem in the file", () => {
    const { problems } = readFiles({
      "deploy.sh": `${create} --config-file s.json`,
      "s.json": '{ "enableTraining": }',
    });
    expect(problems.map(({ rule, at, language }) => [rule, at.file, language])).toEqual([
      ["project/syntax-error", "s.json", "settings"],
    ]);
  });
});

describe("which commands concern us", () => {
  test.each<[string, string, string[]]>([
    ["ours", create, ["create"]],
    ["in small letters", "az k8s-extension create --extension-type microsoft.azureml.kubernetes", ["create"]],
    ["another extension", "az k8s-extension create --extension-type microsoft.flux --config enableTraining=True", []],
    ["an unknown type, which may be ours", "az k8s-extension create --extension-type $TYPE --config a=b", ["create"]],
    [
      "an unknown type with our setting",
      "az k8s-extension create --extension-type $TYPE --config enableTraining=True",
      ["create"],
    ],
    ["an update of our extension", `${create}\naz k8s-extension update -n A --config x=y`, ["create", "update"]],
    ["an update with our setting", "az k8s-extension update -n x --config sslCname=y", ["update"]],
    ["an update of something else", "az k8s-extension update -n x --config a=b", []],
    [
      "an update that names the type",
      "az k8s-extension update --extension-type Microsoft.AzureML.Kubernetes",
      ["update"],
    ],
  ])("%s", (_, text, expected) => {
    expect(declarationsOf(text).map(({ type }) => type.replace("k8s-extension ", ""))).toEqual(expected);
  });
});
