import { describe, expect, test } from "vitest";
import { compareFindings, mergeFindings, mergeUndecided } from "../../src/engine/merge.ts";
import type { Rule } from "../../src/engine/rule.ts";
import { runRules } from "../../src/engine/run.ts";
import { settingsOf } from "../../src/engine/settings/settings.ts";
import { environmentNamed } from "../../src/model/environment.ts";
import type { Resource } from "../../src/model/resource.ts";
import { cluster, dev, known, place, prod, project, rule, unknown } from "./sample.ts";

function findingsOf(one: Rule, resources: readonly Resource[], settings = {}) {
  const severities = settingsOf([one], { rules: settings });
  return runRules(project(resources), [one], "2026-11-21").flatMap((outcome) => mergeFindings(outcome, severities.of));
}

const isPublic = (line = 5, trail = [{ at: place(9, "prod.tfvars"), text: "set in prod.tfvars" }]) => ({
  publicIp: known(true, line, trail),
});

describe("merging over environments", () => {
  test("one finding lists every environment in which it holds", () => {
    const [finding, ...rest] = findingsOf(rule(), [cluster(prod, isPublic()), cluster(dev, isPublic())]);
    expect(rest).toEqual([]);
    expect(finding!.environments.map((one) => one.name)).toEqual(["dev", "prod"]);
  });

  test("the level is that of the worst environment", () => {
    const [finding] = findingsOf(rule(), [cluster(dev, isPublic()), cluster(prod, isPublic())]);
    expect(finding!.level).toBe("error");
  });

  test("an environment whose tier is off is not listed", () => {
    const other = environmentNamed("blue");
    const [finding] = findingsOf(rule(), [cluster(other, isPublic()), cluster(prod, isPublic())]);
    expect(finding!.environments.map((one) => one.name)).toEqual(["prod"]);
  });

  test("nothing is found where every tier is off", () => {
    expect(findingsOf(rule(), [cluster(environmentNamed("blue"), isPublic())])).toEqual([]);
  });

  test("message and trail are those of the worst environment, ties go by name", () => {
    const inProd = cluster(prod, isPublic(5, [{ at: place(2, "prod.tfvars"), text: "set in prod.tfvars" }]));
    const inDev = cluster(dev, isPublic(5, [{ at: place(3, "dev.tfvars"), text: "set in dev.tfvars" }]));
    const [finding] = findingsOf(rule(), [inDev, inProd]);
    expect(finding!.trail.map((step) => step.text)).toEqual(["set in prod.tfvars"]);
  });

  test("related places are the union over the listed environments", () => {
    const inProd = cluster(prod, isPublic(5, [{ at: place(2, "prod.tfvars"), text: "set in prod.tfvars" }]));
    const inDev = cluster(dev, isPublic(5, [{ at: place(3, "dev.tfvars"), text: "set in dev.tfvars" }]));
    const [finding] = findingsOf(rule(), [inDev, inProd]);
    expect(finding!.related.map((step) => step.at.file).sort()).toEqual(["dev.tfvars", "prod.tfvars"]);
  });

  test("a severity from the configuration holds in its tiers", () => {
    const settings = { "test/public": { "non-production": "error" as const, production: "off" as const } };
    const [finding] = findingsOf(rule(), [cluster(dev, isPublic()), cluster(prod, isPublic())], settings);
    expect(finding!.level).toBe("error");
    expect(finding!.environments.map((one) => one.name)).toEqual(["dev"]);
  });
});

describe("merging over instances", () => {
  test("instances of one block are one finding that names the others", () => {
    const address = (key: string) => `azurerm_machine_learning_compute_cluster.cpu["${key}"]`;
    const [finding, ...rest] = findingsOf(rule(), [
      cluster(prod, isPublic(), address("a")),
      cluster(prod, isPublic(), address("b")),
    ]);
    expect(rest).toEqual([]);
    expect(finding!.message).toBe(
      `${address("a")} is public. The same holds for azurerm_machine_learning_compute_cluster.cpu["b"].`,
    );
  });

  test("equal addresses of two roots stay apart", () => {
    const address = "azurerm_machine_learning_compute_cluster.cpu";
    const findings = findingsOf(rule(), [
      cluster(prod, isPublic(), address, "live/prod"),
      cluster(prod, isPublic(), address, "live/other"),
    ]);
    expect(findings).toHaveLength(2);
    expect(new Set(findings.map((finding) => finding.fingerprint)).size).toBe(2);
  });
});

describe("what cannot be decided", () => {
  test("an unknown is counted with its reason and is no finding", () => {
    const resource = cluster(prod, { publicIp: unknown("var.public has no value", 5) });
    const [outcome] = runRules(project([resource]), [rule()], "2026-11-21");
    expect(outcome!.findings).toEqual([]);
    expect(mergeUndecided(outcome!).map((one) => [one.rule, one.why])).toEqual([
      ["test/public", "var.public has no value"],
    ]);
  });

  test("a default that nobody can tell is unknown, too", () => {
    const absent = {
      state: "absent",
      at: place(1),
      fallback: { kind: "undecidable", why: "the service decides" },
    } as const;
    const [outcome] = runRules(project([cluster(prod, { publicIp: absent })]), [rule()], "2026-11-21");
    expect(outcome!.undecided.map((one) => one.why)).toEqual(["the service decides"]);
  });
});

describe("a rule that crashes", () => {
  const crashing = rule({
    check(resource) {
      if (resource.identity.address.endsWith("bad")) throw new TypeError("nothing is there");
    },
  });

  test("is its own defect and costs no other rule", () => {
    const resources = [cluster(prod, isPublic(), "x.bad"), cluster(prod, isPublic(), "x.good")];
    const [first, second] = runRules(project(resources), [crashing, rule()], "2026-11-21");
    expect(first!.crash?.resource.identity.address).toBe("x.bad");
    expect(second!.findings).toHaveLength(2);
  });
});

describe("order", () => {
  test("findings stand by file, line, column and rule, whatever the order of resources", () => {
    const lines = [7, 5, 9];
    const resources = lines.map((line) => cluster(prod, isPublic(line), `x.c${line}`));
    const sorted = (all: readonly Resource[]) =>
      findingsOf(rule(), all)
        .sort(compareFindings)
        .map((finding) => finding.at.start.line);
    expect(sorted(resources)).toEqual([5, 7, 9]);
    expect(sorted(resources.toReversed())).toEqual([5, 7, 9]);
  });
});
