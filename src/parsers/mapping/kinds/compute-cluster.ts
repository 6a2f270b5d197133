import { equals } from "../condition.ts";
import { arm, armParent, azureml, azurerm, command, namedWorkspace } from "../families.ts";
import { namedReference, reference } from "../references.ts";
import { boolean, choice, durationIn, isoDuration, not, number, presence, string, switchWord } from "../scalars.ts";
import { defineMapping } from "../surface.ts";

const priorities = ["Dedicated", "LowPriority"];
const sshStates = ["Enabled", "Disabled", "NotSpecified"];
const azureType = "Microsoft.MachineLearningServices/workspaces/computes";

export const computeCluster = defineMapping("compute.cluster", {
  azurerm: {
    type: "azurerm_machine_learning_compute_cluster",
    azureType,
    attributes: {
      ...azurerm.name,
      ...azurerm.tagged,
      ...azurerm.identity,
      workspace: reference("machine_learning_workspace_id"),
      publicIp: boolean("node_public_ip_enabled"),
      subnet: reference("subnet_resource_id"),
      minNodes: number("scale_settings.min_node_count"),
      maxNodes: number("scale_settings.max_node_count"),
      idleTime: isoDuration("scale_settings.scale_down_nodes_after_idle_duration"),
      vmSize: string("vm_size"),
      priority: choice(priorities, "vm_priority"),
      localAuth: boolean("local_auth_enabled"),
      publicSsh: switchWord("ssh_public_access_enabled", "Enabled", "Disabled"),
      adminPassword: string("ssh.admin_password"),
    },
  },
  arm: {
    type: azureType,
    when: equals("properties.computeType", "AmlCompute"),
    attributes: {
      ...arm.name,
      ...arm.tagged,
      ...arm.identity,
      location: string("properties.computeLocation", "location"),
      workspace: armParent(),
      publicIp: boolean("properties.properties.enableNodePublicIp"),
      subnet: reference("properties.properties.subnet.id"),
      minNodes: number("properties.properties.scaleSettings.minNodeCount"),
      maxNodes: number("properties.properties.scaleSettings.maxNodeCount"),
      idleTime: isoDuration("properties.properties.scaleSettings.nodeIdleTimeBeforeScaleDown"),
      vmSize: string("properties.properties.vmSize"),
      priority: choice(priorities, "properties.properties.vmPriority"),
      localAuth: not(boolean("properties.disableLocalAuth")),
      publicSsh: choice(sshStates, "properties.properties.remoteLoginPortPublicAccess"),
      adminPassword: string("properties.properties.userAccountCredentials.adminUserPassword"),
    },
  },
  azureml: {
    type: "compute/amlcompute",
    azureType,
    attributes: {
      ...azureml.name,
      ...azureml.tagged,
      ...azureml.identity,
      workspace: namedWorkspace(),
      publicIp: boolean("enable_node_public_ip"),
      subnet: namedReference("network_settings.subnet"),
      minNodes: number("min_instances"),
      maxNodes: number("max_instances"),
      idleTime: durationIn("seconds", "idle_time_before_scale_down"),
      vmSize: string("size"),
      priority: choice(priorities, "tier"),
      localAuth: presence("ssh_settings"),
      publicSsh: switchWord("ssh_public_access_enabled", "Enabled", "Disabled"),
      adminPassword: string("ssh_settings.admin_password"),
    },
  },
  command: {
    type: "ml compute create",
    azureType,
    when: equals("type", "AmlCompute"),
    attributes: {
      ...command.name,
      ...command.tagged,
      ...command.identity,
      workspace: namedWorkspace(),
      publicIp: boolean("enable-node-public-ip"),
      subnet: namedReference("subnet"),
      minNodes: number("min-instances"),
      maxNodes: number("max-instances"),
      idleTime: durationIn("seconds", "idle-time-before-scale-down"),
      vmSize: string("size"),
      priority: choice(priorities, "tier"),
      localAuth: presence("admin-username", "admin-password", "ssh-key-value"),
      publicSsh: switchWord("ssh-public-access-enabled", "Enabled", "Disabled"),
      adminPassword: string("admin-password"),
    },
  },
});
