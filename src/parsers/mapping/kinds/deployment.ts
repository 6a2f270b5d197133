import { equals, has } from "../condition.ts";
import { arm, armParent, azureml } from "../families.ts";
import { constant, either, nothing } from "../field.ts";
import { assetReference, namedReference } from "../references.ts";
import { booleanWord, choice, number, string, stringUnlessEmpty } from "../scalars.ts";
import { defineMapping } from "../surface.ts";

const onOff = { Enabled: true, Disabled: false };
const platforms = ["Managed", "Kubernetes"];
const onlineType = "Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments";
const batchType = "Microsoft.MachineLearningServices/workspaces/batchEndpoints/deployments";

const onlineYaml = {
  ...azureml.name,
  ...azureml.tagged,
  endpoint: namedReference("endpoint_name"),
  instanceType: string("instance_type"),
  instances: number("instance_count"),
  publicEgress: booleanWord("egress_public_network_access", onOff),
};

export const deployment = defineMapping("deployment", {
  arm: [
    {
      type: onlineType,
      attributes: {
        ...arm.name,
        ...arm.tagged,
        endpoint: armParent(),
        platform: choice(platforms, "properties.endpointComputeType"),
        instanceType: stringUnlessEmpty("properties.instanceType"),
        instances: number("sku.capacity"),
        publicEgress: booleanWord("properties.egressPublicNetworkAccess", onOff),
      },
    },
    {
      type: batchType,
      attributes: {
        ...arm.name,
        ...arm.tagged,
        endpoint: armParent(),
        platform: constant("Batch"),
        instanceType: stringUnlessEmpty("properties.resources.instanceType"),
        instances: number("properties.resources.instanceCount"),
        publicEgress: nothing(),
      },
    },
  ],
  azureml: [
    {
      type: "onlineDeployment/managed",
      azureType: onlineType,
      attributes: { ...onlineYaml, platform: constant("Managed") },
    },
    {
      type: "onlineDeployment/kubernetes",
      azureType: onlineType,
      attributes: { ...onlineYaml, platform: constant("Kubernetes"), publicEgress: nothing() },
    },
    {
      type: "batchDeployment",
      azureType: batchType,
      attributes: {
        ...azureml.name,
        ...azureml.tagged,
        endpoint: namedReference("endpoint_name"),
        platform: constant("Batch"),
        instanceType: string("resources.instance_type"),
        instances: number("resources.instance_count"),
        publicEgress: nothing(),
      },
    },
  ],
});

const namedType = either(string("resources.instance_type"), string("instance_type"));

/** What asks for an instance type by its name. */
export const workload = defineMapping("workload", {
  arm: {
    type: onlineType,
    when: equals("properties.endpointComputeType", "Kubernetes"),
    attributes: {
      ...arm.name,
      instanceType: stringUnlessEmpty("properties.instanceType"),
      compute: nothing(),
      kubernetes: constant(true),
    },
  },
  azureml: [
    {
      type: "onlineDeployment/kubernetes",
      attributes: {
        ...azureml.name,
        instanceType: string("instance_type"),
        compute: nothing(),
        kubernetes: constant(true),
      },
    },
    {
      type: ["job", "component", "batchDeployment"],
      when: has("resources.instance_type"),
      attributes: {
        ...azureml.name,
        instanceType: namedType,
        compute: assetReference("compute"),
        kubernetes: nothing(),
      },
    },
  ],
});
