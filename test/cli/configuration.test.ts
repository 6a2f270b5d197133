import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findConfiguration, settingsById } from "../../src/cli/configuration/configuration.ts";
import { readConfiguration } from "../../src/cli/configuration/configuration-file.ts";
import { type Rule, register } from "../../src/engine/rule.ts";
import { placeKey } from "../../src/model/place.ts";
import { folderWith } from "./folder.ts";

function rule(id: string, aliases: readonly string[] = [], options?: Rule["options"]): Rule {
  return register(id, {
    ...(options && { options }),
    on: "workspace",
    title: id,
    severity: { production: "error", "non-production": "off", unclassified: "note" },
    precision: "high",
    sources: [],
    tags: [],
    aliases,
    check: () => {},
  });
}

const rules = [
  rule("compute/public-ip", ["compute/open"]),
  rule("compute/idle-nodes"),
  rule("compute/slow", ["compute/late"], {
    minutes: { holds: "number", integer: true, min: 1, max: 600, description: "minutes" },
    share: { holds: "number", max: 1, description: "a share" },
    sizes: { holds: "strings", description: "sizes" },
    modes: { holds: "strings", choices: ["fast", "slow"], description: "modes" },
  }),
];

describe("a configuration that is right", () => {
  test.each([
    ["", {}],
    ["# nothing\n", {}],
    ["rules:\n  compute/public-ip: off\n", { rules: { "compute/public-ip": "off" } }],
    ["rules:\n  compute/open: note\n", { rules: { "compute/open": "note" } }],
    [
      "rules:\n  compute/public-ip:\n    production: note\n",
      { rules: { "compute/public-ip": { production: "note" } } },
    ],
    ["environments: { blue: production }\n", { environments: { blue: "production" } }],
    ["exclude:\n  - docs/**\n", { exclude: ["docs/**"] }],
    ["rules:\nexclude:\n", {}],
    ["$schema: x\n", { $schema: "x" }],
    ["sources: { kubernetes: off }\n", { sources: { kubernetes: "off" } }],
    ["locked: [compute/open]\n", { locked: ["compute/open"] }],
    [
      "overrides:\n  - files: ['*.tf']\n    preset: strict\n    rules: { compute/idle-nodes: off }\n",
      { overrides: [{ files: ["*.tf"], preset: "strict", rules: { "compute/idle-nodes": "off" } }] },
    ],
    [
      "ignores:\n  - rules: [compute/idle-nodes]\n    resource: a.*\n    until: 2027-03-01\n    reason: a pilot\n",
      { ignores: [{ rules: ["compute/idle-nodes"], resource: "a.*", until: "2027-03-01", reason: "a pilot" }] },
    ],
    [
      "rules:\n  compute/slow:\n    options: { minutes: 600, share: -0.5, sizes: [a], modes: [slow] }\n",
      { rules: { "compute/slow": { options: { minutes: 600, share: -0.5, sizes: ["a"], modes: ["slow"] } } } },
    ],
    [
      "rules: { compute/late: { options: { minutes: 1 } } }",
      { rules: { "compute/late": { options: { minutes: 1 } } } },
    ],
  ])("%j", (text, configuration) => {
    expect(readConfiguration(text, "ml-lint.yaml", rules)).toEqual(configuration);
  });
});

describe("a configuration that is wrong", () => {
  test.each([
    ["rulez: {}", 'ml-lint.yaml:1:1: The configuration has no key "rulez". Did you mean rules?'],
    ["__proto__: {}", 'ml-lint.yaml:1:1: The configuration has no key "__proto__". It knows '],
    ["- a", "ml-lint.yaml:1:1: The configuration must be a mapping of keys to values."],
    ["rules: off", 'ml-lint.yaml:1:8: "rules" must be a mapping of keys to values.'],
    [
      "rules:\n  compute/idle-nodes: eror\n",
      'ml-lint.yaml:2:23: "compute/idle-nodes" must be error, warning, note or off. Did you mean error?',
    ],
    [
      "rules:\n  compute/idle-nodes: false\n",
      'ml-lint.yaml:2:23: "compute/idle-nodes" must be error, warning, note or off. To switch it off, write off.',
    ],
    [
      "rules:\n  compute/idle-nodes:\n    prodution: error\n",
      'ml-lint.yaml:3:5: "compute/idle-nodes" has no key "prodution". Did you mean production?',
    ],
    [
      "rules:\n  compute/publik-ip: off\n",
      'ml-lint.yaml:2:3: There is no rule "compute/publik-ip". Did you mean compute/public-ip?',
    ],
    [
      "rules:\n  idle-nodes: off\n",
      'ml-lint.yaml:2:3: There is no rule "idle-nodes". Did you mean compute/idle-nodes?',
    ],
    ["exclude: docs", 'ml-lint.yaml:1:10: "exclude" must be a list.'],
    ["exclude:\n  - 1\n", 'ml-lint.yaml:2:5: An entry of "exclude" must be a string.'],
    ['exclude:\n  - ""\n', 'ml-lint.yaml:2:5: An entry of "exclude" must not be empty.'],
    ["sources: { helm: off }", 'ml-lint.yaml:1:12: "sources" has no key "helm". It knows terraform, '],
    ["sources: { arm: false }", 'ml-lint.yaml:1:17: "arm" must be on or off. To switch it off, write off.'],
    ["sources: { arm: true }", 'ml-lint.yaml:1:17: "arm" must be on or off. To switch it on, write on.'],
    ["overrides:\n  - rules: {}\n", 'ml-lint.yaml:2:5: An entry of "overrides" has no files.'],
    ["overrides:\n  - file: [a]\n", 'ml-lint.yaml:2:5: An entry of "overrides" has no key "file". Did you mean files?'],
    [
      "overrides:\n  - files: [a]\n    rules: { compute/idle-node: off }\n",
      'ml-lint.yaml:3:14: There is no rule "compute/idle-node". Did you mean compute/idle-nodes?',
    ],
    ["locked: [idle-nodes]", 'ml-lint.yaml:1:10: There is no rule "idle-nodes". Did you mean compute/idle-nodes?'],
    ["locked: compute/idle-nodes", 'ml-lint.yaml:1:9: "locked" must be a list.'],
    ["ignores:\n  - rules: [compute/idle-nodes]\n", 'ml-lint.yaml:2:5: An entry of "ignores" has no reason.'],
    [
      "ignores:\n  - rules: [compute/idle-nodes]\n    reason: a pilot\n",
      'ml-lint.yaml:2:5: An entry of "ignores" needs resource, files or environments.',
    ],
    [
      "ignores:\n  - rules: [compute/idle]\n    resource: a\n    reason: a pilot\n",
      'ml-lint.yaml:2:13: There is no rule "compute/idle".',
    ],
    [
      "ignores:\n  - rules: [compute/open]\n    resource: a\n    until: next year\n    reason: a pilot\n",
      'ml-lint.yaml:4:12: "until" must be a date, as in 2027-03-01.',
    ],
    [
      "ignores:\n  - rules: [compute/open]\n    resource: a\n    until: 2027-02-30\n    reason: a pilot\n",
      'ml-lint.yaml:4:12: "until" must be a date, as in 2027-03-01.',
    ],
    ["a: 1\na: 2\n", 'ml-lint.yaml:2:1: The key "a" is written twice.'],
    ["rules: {}\n---\nrules: {}\n", "ml-lint.yaml:2:1: A second document begins here; a configuration is one."],
    ["rules:\n  <<: {}\n", 'ml-lint.yaml:2:3: There is no rule "<<".'],
    [
      "exclude: &a\n  - *a\n",
      'ml-lint.yaml:2:5: An entry of "exclude" is an alias, which a configuration cannot hold.',
    ],
  ])("%j", (text, message) => {
    expect(() => readConfiguration(text, "ml-lint.yaml", rules)).toThrow(message);
  });

  test.each([
    ["{ minuets: 5 }", '3:16: "options" has no key "minuets". Did you mean minutes?'],
    ["{ x: 5 }", '3:16: "options" has no key "x". It knows minutes, share, sizes, modes.'],
    ["[minutes]", '3:14: "options" must be a mapping of keys to values.'],
    ["{ minutes: '5' }", '3:25: "minutes" must be a whole number from 1 to 600.'],
    ["{ minutes: 0 }", '3:25: "minutes" must be a whole number from 1 to 600.'],
    ["{ minutes: 601 }", '3:25: "minutes" must be a whole number from 1 to 600.'],
    ["{ minutes: 1.5 }", '3:25: "minutes" must be a whole number from 1 to 600.'],
    ["{ minutes: .inf }", '3:25: "minutes" must be a whole number from 1 to 600.'],
    ["{ share: 2 }", '3:23: "share" must be a number, 1 or less.'],
    ["{ sizes: a }", '3:23: "sizes" must be a list.'],
    ["{ sizes: [] }", '3:23: "sizes" must not be empty.'],
    ["{ sizes: [1] }", '3:24: An entry of "sizes" must be a string.'],
    ["{ modes: [slw] }", '3:24: An entry of "modes" must be fast or slow. Did you mean slow?'],
  ])("options: %s", (options, message) => {
    const text = `rules:\n  compute/slow:\n    options: ${options}\n`;
    expect(() => readConfiguration(text, "ml-lint.yaml", rules)).toThrow(`ml-lint.yaml:${message}`);
  });

  test("a rule without options takes none", () => {
    const text = "rules:\n  compute/idle-nodes:\n    options: {}\n";
    expect(() => readConfiguration(text, "ml-lint.yaml", rules)).toThrow(
      '3:5: "compute/idle-nodes" has no key "options". It knows production, non-production, unclassified.',
    );
  });

  test("everything that is wrong is said at once", () => {
    expect(() => readConfiguration("a: 1\nb: 2\n", "ml-lint.yaml", rules)).toThrow(/:1:1:.*\n.*:2:1:/);
  });

  test.each(["rules: [", "a: b: c", "\t- x", "rules:\n  a: 1\n  a: 2\n"])("%j is no YAML", (text) => {
    expect(() => readConfiguration(text, "ml-lint.yaml", rules)).toThrow(/^ml-lint\.yaml:\d+:\d+: /);
  });

  test.each(["- ".repeat(100_000), "[".repeat(100_000), `rules: ${"&a ".repeat(10_000)}x`])(
    "a hostile depth is refused at once",
    (text) => {
      expect(() => readConfiguration(text, "ml-lint.yaml", rules)).toThrow(
        /^The configuration ml-lint.yaml cannot be read: the YAML (is nested too deeply|heaps more)/,
      );
    },
  );

  test("a bomb of aliases does not go off", () => {
    const bomb = [
      "a: &a [x]",
      ...[..."bcdefghi"].map((name, at) => `${name}: &${name} [${"*abcdefghi"[at + 1]}]`),
    ].join("\n");
    expect(() => readConfiguration(bomb, "ml-lint.yaml", rules)).toThrow('has no key "a"');
  });
});

describe("where the configuration is", () => {
  test("the nearest one up to the root counts", async () => {
    const folder = folderWith({
      "ml-lint.yaml": "exclude: [a]",
      "b/ml-lint.yaml": "exclude: [b]",
      "b/c/d.tf": "",
      "e/f.tf": "",
    });
    expect((await findConfiguration(undefined, join(folder, "b/c"), folder))?.configuration).toEqual({
      exclude: ["b"],
    });
    expect((await findConfiguration(undefined, join(folder, "e"), folder))?.configuration).toEqual({
      exclude: ["a"],
    });
    expect(await findConfiguration(undefined, join(folder, "e"), join(folder, "e"))).toBeUndefined();
  });

  test("one that was named must be there", async () => {
    await expect(findConfiguration("/nowhere/x.yaml", "/", "/")).rejects.toThrow("/nowhere/x.yaml cannot be read");
  });

  test.each([
    ["one that is no UTF-8", Buffer.from([0x61, 0x3a, 0x20, 0xe9, 0x0a]), "is not UTF-8 text."],
    ["one that is very large", Buffer.alloc(1_000_001, 35), "is larger than 1 MB."],
  ])("%s is refused", async (_, content, message) => {
    const folder = folderWith({ "ml-lint.yaml": content });
    await expect(findConfiguration(undefined, folder, folder)).rejects.toThrow(message);
  });

  test("a folder of that name is refused", async () => {
    const folder = folderWith({ "ml-lint.yaml/x": "" });
    await expect(findConfiguration(undefined, folder, folder)).rejects.toThrow("is not a file.");
  });

  test("one in UTF-16 is read by its mark", async () => {
    const folder = folderWith({ "ml-lint.yaml": Buffer.from("\ufeffexclude: [a]", "utf16le") });
    expect((await findConfiguration(undefined, folder, folder))?.configuration).toEqual({ exclude: ["a"] });
  });

  test("it knows where its entries stand", async () => {
    const folder = folderWith({
      "ml-lint.yaml": "exclude:\n  - a\nignores:\n  - rules: [compute/public-ip]\n    files: [x]\n    reason: y\n",
    });
    const places = (await findConfiguration(undefined, folder, folder))!.placesIn("shown.yaml");
    const shown = (path: readonly (string | number)[]) => placeKey(places.of(path));
    expect(shown(["exclude", 0])).toBe("shown.yaml:2:5-2:6");
    expect(shown(["ignores", 0, "rules", 0])).toBe("shown.yaml:4:13-4:30");
    expect(shown(["ignores", 0, "reason"])).toBe("shown.yaml:6:5-6:11");
    expect(shown(["ignores", 0, "until"])).toBe("shown.yaml:4:5-4:31");
    expect(shown(["nothing"])).toBe("shown.yaml:1:1-1:9");
  });

  test("a name that is almost right is refused", async () => {
    const folder = folderWith({ "ml-lint.yml": "" });
    await expect(findConfiguration(undefined, folder, folder)).rejects.toThrow("rename it to ml-lint.yaml");
  });
});

describe("rules on the command line", () => {
  test("are known by former names", () => {
    expect(settingsById(new Map([["compute/open", "off"]] as const), rules)).toEqual({ "compute/public-ip": "off" });
  });

  test("must exist", () => {
    expect(() => settingsById(new Map([["compute/publicip", "off"]] as const), rules)).toThrow(
      "Did you mean compute/public-ip?",
    );
  });
});
