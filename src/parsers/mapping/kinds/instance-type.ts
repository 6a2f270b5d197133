import { settings } from "../collections.ts";
import { nothing, partName } from "../field.ts";
import { entries } from "../part.ts";
import { owner } from "../references.ts";
import { quantity, string } from "../scalars.ts";
import { defineMapping } from "../surface.ts";

const gpu = "nvidia.com/gpu";

function resources(...prefix: string[]) {
  return {
    cpuRequest: quantity([...prefix, "resources", "requests", "cpu"]),
    memoryRequest: quantity([...prefix, "resources", "requests", "memory"]),
    gpuRequest: quantity([...prefix, "resources", "requests", gpu]),
    cpuLimit: quantity([...prefix, "resources", "limits", "cpu"]),
    memoryLimit: quantity([...prefix, "resources", "limits", "memory"]),
    gpuLimit: quantity([...prefix, "resources", "limits", gpu]),
  };
}

const onAttachment = {
  name: partName(),
  attachment: owner(),
  nodeSelector: settings("nodeSelector", "node_selector"),
  ...resources(),
};

export const instanceType = defineMapping("instance-type", {
  kubernetes: {
    type: "InstanceType",
    attributes: {
      name: string("metadata.name"),
      attachment: nothing(),
      nodeSelector: settings("spec.nodeSelector"),
      ...resources("spec"),
    },
  },
  arm: {
    type: "Microsoft.MachineLearningServices/workspaces/computes",
    each: entries("properties.properties.instanceTypes"),
    attributes: onAttachment,
  },
  azureml: {
    type: "compute/kubernetes",
    each: entries("properties.instanceTypes"),
    attributes: onAttachment,
  },
});
