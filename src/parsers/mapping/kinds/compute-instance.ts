import type { Tree } from "../../../model/tree.ts";
import { equals } from "../condition.ts";
import { arm, armParent, azureml, azurerm, command, namedWorkspace } from "../families.ts";
import { either, type Field, fieldAt, leafOf, mapped, notExpressible } from "../field.ts";
import { namedReference, reference } from "../references.ts";
import { boolean, choice, count, durationIn, isoDuration, not, presence, string, switchWord } from "../scalars.ts";
import { defineMapping } from "../surface.ts";

const sshStates = ["Enabled", "Disabled", "NotSpecified"];
const azureType = "Microsoft.MachineLearningServices/workspaces/computes";

/** Whether an enabled schedule of a list has the action stop; unknown when one may. */
function stopsOnSchedule(path: string, state: string): Field<boolean> {
  return fieldAt([path], "a list of schedules", (tree) => {
    if (tree.form !== "list") return undefined;
    const answers = tree.items.map((item) => {
      const [action, inForce] = [wordAt(item, "action"), wordAt(item, state)];
      if (action === "start" || inForce === "disabled") return false;
      return action === "unknown" || inForce === "unknown" ? undefined : action === "stop";
    });
    return answers.includes(true) || (answers.includes(undefined) ? undefined : false);
  });
}

function wordAt(item: Tree, key: string): string | undefined {
  if (item.form !== "mapping") return "unknown";
  const tree = item.entries.get(key)?.value;
  const content = tree && leafOf(tree);
  return typeof content === "string" ? content.toLowerCase() : tree && "unknown";
}

export const computeInstance = defineMapping("compute.instance", {
  azurerm: {
    type: "azurerm_machine_learning_compute_instance",
    azureType,
    attributes: {
      ...azurerm.name,
      ...azurerm.tagged,
      ...azurerm.identity,
      workspace: reference("machine_learning_workspace_id"),
      publicIp: boolean("node_public_ip_enabled"),
      subnet: reference("subnet_resource_id"),
      vmSize: string("virtual_machine_size"),
      localAuth: boolean("local_auth_enabled"),
      publicSsh: mapped(presence("ssh"), (written) => (written ? "Enabled" : "Disabled")),
      idleShutdown: notExpressible("azurerm cannot express the idle shutdown of a compute instance"),
      schedules: notExpressible("azurerm cannot express the schedules of a compute instance"),
      stopsOnSchedule: notExpressible("azurerm cannot express the schedules of a compute instance"),
    },
  },
  arm: {
    type: azureType,
    when: equals("properties.computeType", "ComputeInstance"),
    attributes: {
      ...arm.name,
      ...arm.tagged,
      ...arm.identity,
      location: string("properties.computeLocation", "location"),
      workspace: armParent(),
      publicIp: boolean("properties.properties.enableNodePublicIp"),
      subnet: reference("properties.properties.subnet.id"),
      vmSize: string("properties.properties.vmSize"),
      localAuth: not(boolean("properties.disableLocalAuth")),
      publicSsh: choice(sshStates, "properties.properties.sshSettings.sshPublicAccess"),
      idleShutdown: isoDuration("properties.properties.idleTimeBeforeShutdown"),
      schedules: count("properties.properties.schedules.computeStartStop"),
      stopsOnSchedule: stopsOnSchedule("properties.properties.schedules.computeStartStop", "status"),
    },
  },
  azureml: {
    type: "compute/computeinstance",
    azureType,
    attributes: {
      ...azureml.name,
      ...azureml.tagged,
      ...azureml.identity,
      workspace: namedWorkspace(),
      publicIp: boolean("enable_node_public_ip"),
      subnet: namedReference("network_settings.subnet"),
      vmSize: string("size"),
      localAuth: boolean("ssh_public_access_enabled"),
      publicSsh: switchWord("ssh_public_access_enabled", "Enabled", "Disabled"),
      idleShutdown: either(
        durationIn("minutes", "idle_time_before_shutdown_minutes"),
        isoDuration("idle_time_before_shutdown"),
      ),
      schedules: count("schedules.compute_start_stop"),
      stopsOnSchedule: stopsOnSchedule("schedules.compute_start_stop", "state"),
    },
  },
  command: {
    type: "ml compute create",
    azureType,
    when: equals("type", "ComputeInstance"),
    attributes: {
      ...command.name,
      ...command.tagged,
      ...command.identity,
      workspace: namedWorkspace(),
      publicIp: boolean("enable-node-public-ip"),
      subnet: namedReference("subnet"),
      vmSize: string("size"),
      localAuth: boolean("ssh-public-access-enabled"),
      publicSsh: switchWord("ssh-public-access-enabled", "Enabled", "Disabled"),
      idleShutdown: notExpressible("az ml compute create has no option for idle shutdown; its file has"),
      schedules: notExpressible("az ml compute create has no option for schedules; its file has"),
      stopsOnSchedule: notExpressible("az ml compute create has no option for schedules; its file has"),
    },
  },
});
