import { keys } from "../collections.ts";
import { equals } from "../condition.ts";
import { arm, armParent, azureml, command, namedWorkspace } from "../families.ts";
import { nothing } from "../field.ts";
import { reference } from "../references.ts";
import { string, stringUnlessEmpty } from "../scalars.ts";
import { defineMapping } from "../surface.ts";

const azureType = "Microsoft.MachineLearningServices/workspaces/computes";

/** A Kubernetes cluster attached to a workspace. */
export const attachment = defineMapping("attachment", {
  arm: {
    type: azureType,
    when: equals("properties.computeType", "Kubernetes"),
    attributes: {
      ...arm.name,
      ...arm.tagged,
      ...arm.identity,
      location: string("properties.computeLocation", "location"),
      workspace: armParent(),
      cluster: reference("properties.resourceId"),
      clusterId: string("properties.resourceId"),
      namespace: stringUnlessEmpty("properties.properties.namespace"),
      defaultInstanceType: stringUnlessEmpty("properties.properties.defaultInstanceType"),
      instanceTypes: keys("properties.properties.instanceTypes"),
    },
  },
  azureml: {
    type: "compute/kubernetes",
    azureType,
    attributes: {
      ...azureml.name,
      ...azureml.tagged,
      ...azureml.identity,
      workspace: namedWorkspace(),
      cluster: reference("resource_id"),
      clusterId: string("resource_id"),
      namespace: stringUnlessEmpty("namespace"),
      defaultInstanceType: string("properties.defaultInstanceType", "properties.default_instance_type"),
      instanceTypes: keys("properties.instanceTypes"),
    },
  },
  command: [
    {
      type: "ml compute attach",
      azureType,
      when: equals("type", "Kubernetes"),
      attributes: {
        ...command.name,
        ...command.identity,
        location: nothing(),
        tags: nothing(),
        workspace: namedWorkspace(),
        cluster: reference("resource-id"),
        clusterId: string("resource-id"),
        namespace: stringUnlessEmpty("namespace"),
        defaultInstanceType: nothing(),
        instanceTypes: nothing(),
      },
    },
    {
      type: "ml computetarget attach kubernetes",
      azureType,
      attributes: {
        ...command.name,
        identityType: nothing(),
        identityIds: nothing(),
        location: nothing(),
        tags: nothing(),
        workspace: namedWorkspace(),
        cluster: reference("compute-resource-id"),
        clusterId: string("compute-resource-id"),
        namespace: stringUnlessEmpty("namespace"),
        defaultInstanceType: nothing(),
        instanceTypes: nothing(),
      },
    },
  ],
});
