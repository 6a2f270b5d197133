import { describe, expect, test } from "vitest";
import { bodyOf, declarationsOf, entryAt, readFiles, textAt } from "../commands/reading.ts";

const one = `apiVersion: amlarc.azureml.com/v1alpha1
kind: InstanceType
metadata:
  name: small
spec:
  nodeSelector:
    pool: cpu
  resources:
    requests: { cpu: "700m", memory: 1500Mi }
    limits:
      cpu: 1
      memory: "2Gi"
      nvidia.com/gpu: null
`;

const many = `apiVersion: amlarc.azureml.com/v1alpha1
kind: InstanceTypeList
items:
  - metadata:
      name: a
    spec: {}
  - metadata:
      name: b
    spec: {}
`;

test("a type is declared as it is written", () => {
  const [declaration] = declarationsOf(one, "types.yaml");
  expect(declaration).toMatchObject({
    source: "kubernetes",
    type: "InstanceType",
    identity: { address: "InstanceType small" },
  });
  expect(bodyOf(declaration!).spec).toEqual({
    nodeSelector: { pool: "cpu" },
    resources: {
      requests: { cpu: "700m", memory: "1500Mi" },
      limits: { cpu: 1, memory: "2Gi", "nvidia.com/gpu": null },
    },
  });
  const { value } = entryAt(declaration!, "spec", "resources", "limits", "cpu");
  expect(textAt({ "types.yaml": one }, value.at)).toBe("1");
});

test("something absent is reported at the first key of its mapping", () => {
  const { value } = entryAt(declarationsOf(one, "types.yaml")[0]!, "spec", "resources", "limits");
  expect(value.form === "mapping" && textAt({ "types.yaml": one }, value.header)).toBe("cpu");
});

test("each item of a list is a type of its own", () => {
  const found = declarationsOf(`${one}---\n${many}`, "types.yaml");
  expect(found.map(({ identity }) => identity.address)).toEqual([
    "InstanceType small",
    "InstanceType a",
    "InstanceType b",
  ]);
});

test("the items of a general list of Kubernetes", () => {
  const text =
    "apiVersion: v1\nkind: List\nitems:\n- apiVersion: amlarc.azureml.com/v1\n  kind: InstanceType\n  metadata: {name: c}\n";
  expect(declarationsOf(text, "a.yml").map(({ identity }) => identity.address)).toEqual(["InstanceType c"]);
});

describe("in here-documents", () => {
  test.each([
    ["into kubectl", "kubectl apply -f - <<EOF\n", "EOF\n"],
    ["through a pipe", "cat <<'EOF' | kubectl apply -f -\n", "EOF\n"],
    ["into a file", "cat > types.yaml <<-EOF\n", "EOF\n"],
  ])("%s", (_, head, tail) => {
    const text = `#!/bin/bash\n${head}${one}${tail}`;
    const [declaration] = declarationsOf(text, "deploy.sh");
    const { value } = entryAt(declaration!, "spec", "resources", "limits", "memory");
    expect(textAt({ "deploy.sh": text }, value.at)).toBe('"2Gi"');
  });

  test("the shell's variables are replaced where the shell does so", () => {
    const yaml = one.replace("700m", "$CPU").replace("pool: cpu", "pool: $POOL");
    const [declaration] = declarationsOf(`CPU=500m\nkubectl apply -f - <<EOF\n${yaml}EOF\n`, "deploy.sh");
    expect(bodyOf(declaration!).spec).toMatchObject({
      nodeSelector: { pool: "? $POOL is not set in deploy.sh" },
      resources: { requests: { cpu: "500m" } },
    });
  });
});

describe("what is filled in later is unknown", () => {
  test.each([
    ["<name>"],
    ["{{ .Values.x }}"],
    ["${NAME}"],
    ["$(NAME)"],
    ["#{name}#"],
    ["__NAME__"],
    ["$NAME"],
    ["${{ x }}"],
  ])("%s", (written) => {
    const text = one.replace("name: small", `name: "${written}"`);
    expect(bodyOf(declarationsOf(text, "a.yml")[0]!).metadata).toEqual({ name: `? ${written} is filled in later` });
  });
});

describe("YAML that cannot be read", () => {
  test("is a problem of its language, and the other documents are kept", () => {
    const { declarations, problems } = readFiles({ "a.yml": `${one}---\nbad: [\n` });
    expect(declarations).toHaveLength(1);
    expect(problems.map(({ rule, language }) => [rule, language])).toEqual([["project/syntax-error", "kubernetes"]]);
  });

  test("is no problem when it is a template", () => {
    const { problems } = readFiles({ "a.yml": `{{- range .x }}\n${one}{{- end }}\n` });
    expect(problems).toEqual([]);
  });
});
