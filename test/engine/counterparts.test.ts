import { describe, expect, test } from "vitest";
import { lintFiles } from "../../scripts/example.ts";

const module = {
  "ml/main.tf": `variable "open" {
  type    = bool
  default = true
}

resource "azurerm_container_registry" "ml" {
  name                          = "ml"
  sku                           = "Premium"
  public_network_access_enabled = var.open
}
`,
};

const call = (name: string, open?: boolean) =>
  `module "${name}" {\n  source = "./ml"\n${open === undefined ? "" : `  open   = ${open}\n`}}\n`;

async function weaker(main: string): Promise<string[]> {
  const { findings } = await lintFiles({ ...module, "main.tf": main });
  return findings.filter(({ rule }) => rule === "environment/weaker-production").map(({ message }) => message);
}

describe("a module that is called once for each environment", () => {
  test("is compared with its other instance", async () => {
    const [message, ...more] = await weaker(call("prod_ml") + call("dev_ml", false));
    expect(message).toContain("module.prod_ml.azurerm_container_registry.ml is protected less in prod than in dev");
    expect(more).toEqual([]);
  });

  test("is as well protected as its other instance", async () => {
    expect(await weaker(call("prod_ml") + call("dev_ml"))).toEqual([]);
    expect(await weaker(call("prod_ml", false) + call("dev_ml"))).toEqual([]);
  });
});

describe("a resource that exists in one environment only", () => {
  const registry = (
    name: string,
    environment: string,
    open: boolean,
  ) => `resource "azurerm_container_registry" "${name}" {
  count                         = var.env == "${environment}" ? 1 : 0
  name                          = "${name}"
  sku                           = "Premium"
  public_network_access_enabled = ${open}
}
`;

  async function weakerAmong(...registries: readonly string[]): Promise<number> {
    const { findings } = await lintFiles({
      "main.tf": `variable "env" {\n  type = string\n}\n${registries.join("")}`,
      "environments/dev.tfvars": 'env = "dev"\n',
      "environments/prod.tfvars": 'env = "prod"\n',
    });
    return findings.filter(({ rule }) => rule === "environment/weaker-production").length;
  }

  test("is compared with the one that is called like it elsewhere", async () => {
    expect(await weakerAmong(registry("ml_prod", "prod", true), registry("ml_dev", "dev", false))).toBe(1);
    expect(await weakerAmong(registry("ml_prod", "prod", true), registry("data_dev", "dev", false))).toBe(0);
  });

  test("is not compared where two are", async () => {
    const two = [registry("ml_dev", "dev", false), registry("ml_test", "dev", false)];
    expect(await weakerAmong(registry("ml_prod", "prod", true), ...two)).toBe(0);
  });
});
