import { equals } from "../condition.ts";
import { arm, armParent, azurerm, command, namedWorkspace } from "../families.ts";
import { notExpressible, nothing } from "../field.ts";
import { reference } from "../references.ts";
import { boolean, choice, presence, string } from "../scalars.ts";
import { defineMapping } from "../surface.ts";

const purposes = ["FastProd", "DenseProd", "DevTest"];
const noSsl = "az ml computetarget attach aks has no options for SSL";
const azureType = "Microsoft.MachineLearningServices/workspaces/computes";

export const inferenceCluster = defineMapping("inference.cluster", {
  azurerm: {
    type: "azurerm_machine_learning_inference_cluster",
    azureType,
    attributes: {
      ...azurerm.name,
      ...azurerm.tagged,
      ...azurerm.identity,
      workspace: reference("machine_learning_workspace_id"),
      cluster: reference("kubernetes_cluster_id"),
      purpose: choice(purposes, "cluster_purpose"),
      ssl: presence("ssl"),
      sslStatus: notExpressible("azurerm derives the status of SSL from the other arguments"),
      sslCertificate: string("ssl.cert"),
      sslKey: string("ssl.key"),
      sslCname: string("ssl.cname"),
      sslLeafDomainLabel: string("ssl.leaf_domain_label"),
      sslOverwriteDomain: boolean("ssl.overwrite_existing_domain"),
    },
  },
  arm: {
    type: azureType,
    when: equals("properties.computeType", "AKS"),
    attributes: {
      ...arm.name,
      ...arm.tagged,
      ...arm.identity,
      location: string("properties.computeLocation", "location"),
      workspace: armParent(),
      cluster: reference("properties.resourceId"),
      purpose: choice(purposes, "properties.properties.clusterPurpose"),
      ssl: presence("properties.properties.sslConfiguration"),
      sslStatus: choice(["Disabled", "Enabled", "Auto"], "properties.properties.sslConfiguration.status"),
      sslCertificate: string("properties.properties.sslConfiguration.cert"),
      sslKey: string("properties.properties.sslConfiguration.key"),
      sslCname: string("properties.properties.sslConfiguration.cname"),
      sslLeafDomainLabel: string("properties.properties.sslConfiguration.leafDomainLabel"),
      sslOverwriteDomain: boolean("properties.properties.sslConfiguration.overwriteExistingDomain"),
    },
  },
  command: {
    type: "ml computetarget attach aks",
    azureType,
    attributes: {
      ...command.name,
      ...command.tagged,
      identityType: nothing(),
      identityIds: nothing(),
      workspace: namedWorkspace(),
      cluster: reference("compute-resource-id"),
      purpose: nothing(),
      ssl: notExpressible(noSsl),
      sslStatus: notExpressible(noSsl),
      sslCertificate: notExpressible(noSsl),
      sslKey: notExpressible(noSsl),
      sslCname: notExpressible(noSsl),
      sslLeafDomainLabel: notExpressible(noSsl),
      sslOverwriteDomain: notExpressible(noSsl),
    },
  },
});
