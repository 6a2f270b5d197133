import type { Kind } from "../../model/kinds.ts";
import { computeCluster } from "./kinds/compute-cluster.ts";
import { computeInstance } from "./kinds/compute-instance.ts";
import { inferenceCluster } from "./kinds/inference-cluster.ts";
import { assignment, variable, variableFile } from "./kinds/inputs.ts";
import { kubernetesCluster } from "./kinds/kubernetes-cluster.ts";
import { kubernetesPool } from "./kinds/kubernetes-pool.ts";
import { registry } from "./kinds/registry.ts";
import { storageAccount, storageBlobService, storageContainer, storageNetworkRules } from "./kinds/storage.ts";
import { workspace } from "./kinds/workspace.ts";
import type { KindMapping } from "./surface.ts";

/** The tables of all kinds. */
export const mappings = [
  workspace,
  computeCluster,
  computeInstance,
  inferenceCluster,
  kubernetesCluster,
  kubernetesPool,
  storageAccount,
  storageNetworkRules,
  storageBlobService,
  storageContainer,
  registry,
  variable,
  assignment,
  variableFile,
] as unknown as readonly KindMapping<Kind>[];
