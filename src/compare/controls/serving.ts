import { controlsOf } from "../control.ts";
import {
  either,
  enabled,
  identityType,
  list,
  number,
  presence,
  quantity,
  reference,
  settings,
  traffic,
  word,
  wordOrNone,
  yesOrNo,
} from "../show.ts";

const quiet = { quiet: true } as const;

export const inferenceCluster = controlsOf("inference.cluster", "Inference cluster", (row) => [
  row.attribute("cluster", "Kubernetes cluster", reference),
  row.attribute("purpose", "Purpose", word),
  row.attribute("ssl", "TLS", either("Configured", "Not configured"), { also: ["sslStatus"] }),
  row.attribute("sslCname", "TLS name", word, quiet),
  row.attribute("sslLeafDomainLabel", "Leaf domain label", word, quiet),
  row.attribute("sslCertificate", "TLS certificate", presence, quiet),
  row.attribute("sslKey", "TLS key", presence, quiet),
  row.attribute("identityType", "Identity", identityType, { also: ["identityIds"] }),
]);

export const attachment = controlsOf("attachment", "Attached Kubernetes", (row) => [
  row.attribute("cluster", "Kubernetes cluster", reference, { also: ["clusterId"] }),
  row.attribute("namespace", "Namespace", word),
  row.attribute("defaultInstanceType", "Default instance type", wordOrNone),
  row.attribute("instanceTypes", "Instance types", list, quiet),
  row.attribute("identityType", "Identity", identityType, { also: ["identityIds"] }),
]);

export const instanceType = controlsOf("instance-type", "Instance type", (row) => [
  row.attribute("nodeSelector", "Node selector", settings),
  row.attribute("cpuRequest", "CPU request", quantity),
  row.attribute("cpuLimit", "CPU limit", quantity),
  row.attribute("memoryRequest", "Memory request", quantity),
  row.attribute("memoryLimit", "Memory limit", quantity),
  row.attribute("gpuLimit", "GPU limit", quantity, { ...quiet, also: ["gpuRequest"] }),
]);

export const onlineEndpoint = controlsOf("endpoint.online", "Online endpoint", (row) => [
  row.attribute("publicAccess", "Public network access", enabled),
  row.attribute("authMode", "Authentication", word),
  row.attribute("compute", "Kubernetes compute", { ...reference, none: "none (managed)" }, quiet),
  row.attribute("traffic", "Traffic", traffic, quiet),
  row.attribute("identityType", "Identity", identityType, { also: ["identityIds"] }),
]);

export const batchEndpoint = controlsOf("endpoint.batch", "Batch endpoint", (row) => [
  row.attribute("authMode", "Authentication", word),
  row.attribute("identityType", "Identity", identityType, { also: ["identityIds"] }),
]);

export const deployment = controlsOf("deployment", "Deployment", (row) => [
  row.attribute("endpoint", "Endpoint", reference),
  row.attribute("instanceType", "Instance type", word),
  row.attribute("instances", "Instances", number),
  row.attribute("publicEgress", "Public egress", yesOrNo),
]);
