import type { Kind } from "../../model/kinds.ts";
import type { KindOfControls } from "../control.ts";
import { computeCluster, computeInstance } from "./compute.ts";
import {
  blobService,
  insights,
  keyVault,
  registry,
  storageAccount,
  storageContainer,
  storageNetworkRules,
} from "./dependencies.ts";
import { extension } from "./extension.ts";
import {
  federatedCredential,
  kubernetesCluster,
  kubernetesPool,
  loadBalancer,
  publicAddress,
  trustedAccess,
} from "./kubernetes.ts";
import { attachment, batchEndpoint, deployment, inferenceCluster, instanceType, onlineEndpoint } from "./serving.ts";
import { datastore, outboundRule, project, workspace } from "./workspace.ts";

/** Everything that is compared, in the order in which an auditor reads it. */
export const comparedKinds: readonly KindOfControls[] = [
  ...[workspace, project, outboundRule, datastore],
  ...[storageAccount, storageNetworkRules, blobService, storageContainer, keyVault, registry, insights],
  ...[computeCluster, computeInstance],
  ...[kubernetesCluster, kubernetesPool, extension, attachment, instanceType, inferenceCluster, trustedAccess],
  ...[onlineEndpoint, batchEndpoint, deployment],
  ...[federatedCredential, publicAddress, loadBalancer],
];

/** The controls of a kind; undefined where it is not compared. */
export function controlsFor(kind: Kind): KindOfControls | undefined {
  return comparedKinds.find((one) => one.kind === kind);
}
