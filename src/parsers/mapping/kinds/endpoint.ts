import { numbersByKey } from "../collections.ts";
import { arm, armParent, azureml, command, namedWorkspace } from "../families.ts";
import { nothing, onlyInFile } from "../field.ts";
import { assetReference, reference } from "../references.ts";
import { booleanWord, choice, string, stringUnlessEmpty } from "../scalars.ts";
import { defineMapping } from "../surface.ts";

const onOff = { Enabled: true, Disabled: false };
const authModes = ["Key", "AMLToken", "AADToken"];
const online = "Microsoft.MachineLearningServices/workspaces/onlineEndpoints";
const batch = "Microsoft.MachineLearningServices/workspaces/batchEndpoints";

export const onlineEndpoint = defineMapping("endpoint.online", {
  arm: {
    type: online,
    attributes: {
      ...arm.name,
      ...arm.tagged,
      ...arm.identity,
      workspace: armParent(),
      publicAccess: booleanWord("properties.publicNetworkAccess", onOff),
      authMode: choice(authModes, "properties.authMode"),
      traffic: numbersByKey("properties.traffic"),
      compute: reference("properties.compute"),
    },
  },
  azureml: {
    type: "onlineEndpoint",
    azureType: online,
    attributes: {
      ...azureml.name,
      ...azureml.tagged,
      ...azureml.identity,
      workspace: namedWorkspace(),
      publicAccess: booleanWord("public_network_access", onOff),
      authMode: choice(authModes, "auth_mode"),
      traffic: numbersByKey("traffic"),
      compute: assetReference("compute"),
    },
  },
  command: {
    type: "ml online-endpoint create",
    azureType: online,
    attributes: {
      ...command.name,
      location: nothing(),
      tags: nothing(),
      identityType: nothing(),
      identityIds: nothing(),
      workspace: namedWorkspace(),
      publicAccess: onlyInFile("public access is only written in the command's file"),
      authMode: choice(authModes, "auth-mode"),
      traffic: nothing(),
      compute: onlyInFile("a compute is only written in the command's file"),
    },
  },
});

export const batchEndpoint = defineMapping("endpoint.batch", {
  arm: {
    type: batch,
    attributes: {
      ...arm.name,
      ...arm.tagged,
      ...arm.identity,
      workspace: armParent(),
      authMode: choice(authModes, "properties.authMode"),
      deployment: stringUnlessEmpty("properties.defaults.deploymentName"),
    },
  },
  azureml: {
    type: "batchEndpoint",
    azureType: batch,
    attributes: {
      ...azureml.name,
      ...azureml.tagged,
      ...azureml.identity,
      workspace: namedWorkspace(),
      authMode: choice(authModes, "auth_mode"),
      deployment: string("defaults.deployment_name"),
    },
  },
});
