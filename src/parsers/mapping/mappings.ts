import type { Kind } from "../../model/kinds.ts";
import { attachment } from "./kinds/attachment.ts";
import { command } from "./kinds/command.ts";
import { computeCluster } from "./kinds/compute-cluster.ts";
import { computeInstance } from "./kinds/compute-instance.ts";
import { datastore } from "./kinds/datastore.ts";
import { deployment, workload } from "./kinds/deployment.ts";
import { batchEndpoint, onlineEndpoint } from "./kinds/endpoint.ts";
import { extension } from "./kinds/extension.ts";
import { federatedCredential, identity, roleAssignment, roleDefinition } from "./kinds/identity.ts";
import { inferenceCluster } from "./kinds/inference-cluster.ts";
import { assignment, variable, variableFile } from "./kinds/inputs.ts";
import { insights } from "./kinds/insights.ts";
import { instanceType } from "./kinds/instance-type.ts";
import { key, keyVault } from "./kinds/key-vault.ts";
import { kubernetesCluster } from "./kinds/kubernetes-cluster.ts";
import { kubernetesPool } from "./kinds/kubernetes-pool.ts";
import { diagnosticSetting, lock, managementGroup, resourceGroup, subscription } from "./kinds/management.ts";
import {
  loadBalancer,
  publicIp,
  securityGroup,
  securityGroupAssociation,
  securityRule,
  subnet,
  virtualNetwork,
} from "./kinds/network.ts";
import { outboundRule } from "./kinds/outbound-rule.ts";
import { dnsZone, dnsZoneGroup, privateEndpoint } from "./kinds/private-endpoint.ts";
import { project } from "./kinds/project.ts";
import { registry } from "./kinds/registry.ts";
import { storageAccount, storageBlobService, storageContainer, storageNetworkRules } from "./kinds/storage.ts";
import { trustedAccess } from "./kinds/trusted-access.ts";
import { workspace } from "./kinds/workspace.ts";
import type { KindMapping } from "./surface.ts";

/** The table of every kind; a kind that is forgotten does not compile. */
const byKind: { readonly [K in Kind]: KindMapping<K> } = {
  workspace,
  "workspace.project": project,
  "compute.cluster": computeCluster,
  "compute.instance": computeInstance,
  "inference.cluster": inferenceCluster,
  attachment,
  "endpoint.online": onlineEndpoint,
  "endpoint.batch": batchEndpoint,
  deployment,
  workload,
  "instance-type": instanceType,
  datastore,
  "outbound-rule": outboundRule,
  "kubernetes.cluster": kubernetesCluster,
  "kubernetes.pool": kubernetesPool,
  extension,
  "trusted-access": trustedAccess,
  "storage.account": storageAccount,
  "storage.network-rules": storageNetworkRules,
  "storage.blob-service": storageBlobService,
  "storage.container": storageContainer,
  "key-vault": keyVault,
  key,
  registry,
  insights,
  "diagnostic-setting": diagnosticSetting,
  lock,
  identity,
  "federated-credential": federatedCredential,
  "role.assignment": roleAssignment,
  "role.definition": roleDefinition,
  "resource-group": resourceGroup,
  subscription,
  "management-group": managementGroup,
  "virtual-network": virtualNetwork,
  subnet,
  "network.security-group": securityGroup,
  "network.security-rule": securityRule,
  "network.security-group-association": securityGroupAssociation,
  "private-endpoint": privateEndpoint,
  "dns-zone-group": dnsZoneGroup,
  "dns-zone": dnsZone,
  "public-ip": publicIp,
  "load-balancer": loadBalancer,
  command,
  variable,
  assignment,
  "variable-file": variableFile,
};

export const mappings = Object.values(byKind) as unknown as readonly KindMapping<Kind>[];
