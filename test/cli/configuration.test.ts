import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findConfiguration, withRuleSettings } from "../../src/cli/configuration.ts";
import { readConfiguration } from "../../src/cli/configuration-file.ts";
import { type Rule, register } from "../../src/engine/rule.ts";
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

  test("a name that is almost right is refused", async () => {
    const folder = folderWith({ "ml-lint.yml": "" });
    await expect(findConfiguration(undefined, folder, folder)).rejects.toThrow("rename it to ml-lint.yaml");
  });
});

describe("rules on the command line", () => {
  test("win over the file, under their present names", () => {
    const settings = new Map([["compute/open", "off"]] as const);
    const configuration = { rules: { "compute/public-ip": "error", "compute/idle-nodes": "note" } } as const;
    expect(withRuleSettings(configuration, settings, rules)).toEqual({
      rules: { "compute/public-ip": "off", "compute/idle-nodes": "note" },
    });
  });

  test("must exist", () => {
    expect(() => withRuleSettings({}, new Map([["compute/publicip", "off"]] as const), rules)).toThrow(
      "Did you mean compute/public-ip?",
    );
  });
});
