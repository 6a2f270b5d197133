import type { Items } from "../../../model/kinds.ts";
import type { Value } from "../../../model/value.ts";
import { pairs, settings, strings } from "../collections.ts";
import { arm, armParent, azurerm } from "../families.ts";
import { constant, either, type Field } from "../field.ts";
import { block, blocks } from "../part.ts";
import { namedReference, owner, reference } from "../references.ts";
import { boolean, choice, flag, number, string } from "../scalars.ts";
import { defineMapping } from "../surface.ts";

const modes = ["System", "User", "Gateway"];
const priorities = ["Regular", "Spot"];
const systems = ["Linux", "Windows"];
const azureType = "Microsoft.ContainerService/managedClusters/agentPools";

const onlyCriticalAddons = boolean("only_critical_addons_enabled");

/** The default pool of newer versions has no taints of its own, only a switch that sets this one. */
const criticalAddonsTaint: Field<Items<string>> = {
  paths: onlyCriticalAddons.paths,
  read(scope) {
    const reading = onlyCriticalAddons.read(scope);
    if (reading.state === "unknown") return reading;
    if (reading.state === "absent") return { state: "absent", at: reading.at };
    const taint: Value<string> = { ...reading, value: "CriticalAddonsOnly=true:NoSchedule" };
    return { ...reading, value: reading.value ? [taint] : [] };
  },
};

export const kubernetesPool = defineMapping("kubernetes.pool", {
  azurerm: [
    {
      type: "azurerm_kubernetes_cluster",
      each: block("default_node_pool"),
      attributes: {
        ...azurerm.name,
        cluster: owner(),
        vmSize: string("vm_size"),
        nodes: number("node_count"),
        minNodes: number("min_count"),
        maxNodes: number("max_count"),
        autoscaling: boolean("auto_scaling_enabled", "enable_auto_scaling"),
        mode: constant("System"),
        priority: constant("Regular"),
        osType: constant("Linux"),
        labels: settings("node_labels"),
        taints: either(strings("node_taints"), criticalAddonsTaint),
        publicIp: boolean("node_public_ip_enabled", "enable_node_public_ip"),
        zones: strings("zones"),
        subnet: reference("vnet_subnet_id"),
      },
    },
    {
      type: "azurerm_kubernetes_cluster_node_pool",
      azureType,
      attributes: {
        ...azurerm.name,
        cluster: reference("kubernetes_cluster_id"),
        vmSize: string("vm_size"),
        nodes: number("node_count"),
        minNodes: number("min_count"),
        maxNodes: number("max_count"),
        autoscaling: boolean("auto_scaling_enabled", "enable_auto_scaling"),
        mode: choice(modes, "mode"),
        priority: choice(priorities, "priority"),
        osType: choice(systems, "os_type"),
        labels: settings("node_labels"),
        taints: strings("node_taints"),
        publicIp: boolean("node_public_ip_enabled", "enable_node_public_ip"),
        zones: strings("zones"),
        subnet: reference("vnet_subnet_id"),
      },
    },
  ],
  arm: [
    {
      type: "Microsoft.ContainerService/managedClusters",
      each: blocks("properties.agentPoolProfiles"),
      attributes: {
        ...arm.name,
        cluster: owner(),
        vmSize: string("vmSize"),
        nodes: number("count"),
        minNodes: number("minCount"),
        maxNodes: number("maxCount"),
        autoscaling: boolean("enableAutoScaling"),
        mode: choice(modes, "mode"),
        priority: choice(priorities, "scaleSetPriority"),
        osType: choice(systems, "osType"),
        labels: settings("nodeLabels"),
        taints: strings("nodeTaints"),
        publicIp: boolean("enableNodePublicIP"),
        zones: strings("availabilityZones"),
        subnet: reference("vnetSubnetID"),
      },
    },
    {
      type: azureType,
      attributes: {
        ...arm.name,
        cluster: armParent(),
        vmSize: string("properties.vmSize"),
        nodes: number("properties.count"),
        minNodes: number("properties.minCount"),
        maxNodes: number("properties.maxCount"),
        autoscaling: boolean("properties.enableAutoScaling"),
        mode: choice(modes, "properties.mode"),
        priority: choice(priorities, "properties.scaleSetPriority"),
        osType: choice(systems, "properties.osType"),
        labels: settings("properties.nodeLabels"),
        taints: strings("properties.nodeTaints"),
        publicIp: boolean("properties.enableNodePublicIP"),
        zones: strings("properties.availabilityZones"),
        subnet: reference("properties.vnetSubnetID"),
      },
    },
  ],
  command: [
    {
      type: "aks create",
      attributes: {
        name: string("nodepool-name"),
        cluster: owner(),
        vmSize: string("node-vm-size"),
        nodes: number("node-count"),
        minNodes: number("min-count"),
        maxNodes: number("max-count"),
        autoscaling: flag("enable-cluster-autoscaler"),
        mode: constant("System"),
        priority: constant("Regular"),
        osType: constant("Linux"),
        labels: pairs("nodepool-labels"),
        taints: strings("nodepool-taints"),
        publicIp: flag("enable-node-public-ip"),
        zones: strings("zones"),
        subnet: reference("vnet-subnet-id"),
      },
    },
    {
      type: "aks nodepool add",
      azureType,
      attributes: {
        name: string("nodepool-name", "name"),
        cluster: namedReference("cluster-name", "resource-group"),
        vmSize: string("node-vm-size"),
        nodes: number("node-count"),
        minNodes: number("min-count"),
        maxNodes: number("max-count"),
        autoscaling: flag("enable-cluster-autoscaler"),
        mode: choice(modes, "mode"),
        priority: choice(priorities, "priority"),
        osType: choice(systems, "os-type"),
        labels: pairs("labels"),
        taints: strings("node-taints"),
        publicIp: flag("enable-node-public-ip"),
        zones: strings("zones"),
        subnet: reference("vnet-subnet-id"),
      },
    },
  ],
});
