import { expect, test } from "vitest";
import { lintFiles } from "../../scripts/example.ts";

/** Not on the rule's page: an update whose type nobody can know is not seen as an update of an instance. */
test("an update by azapi answers for what azurerm cannot express", async () => {
  const instance = `
    resource "azurerm_machine_learning_compute_instance" "analyst" {
      name                          = "analyst-1"
      machine_learning_workspace_id = azurerm_machine_learning_workspace.ml.id
      virtual_machine_size          = "Standard_D4s_v5"
    }`;
  const update = `
    resource "azapi_update_resource" "idle_shutdown" {
      type        = "Microsoft.MachineLearningServices/workspaces/computes@2025-06-01"
      resource_id = azurerm_machine_learning_compute_instance.analyst.id
      body = {
        properties = {
          computeType = "ComputeInstance"
          properties  = { idleTimeBeforeShutdown = "PT1H" }
        }
      }
    }`;
  expect(await levels({ "main.tf": instance })).toEqual(["note"]);
  expect(await levels({ "main.tf": instance + update })).toEqual([]);
});

async function levels(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { findings } = await lintFiles(files);
  return findings.filter(({ rule }) => rule === "compute/no-idle-shutdown").map(({ level }) => level);
}
