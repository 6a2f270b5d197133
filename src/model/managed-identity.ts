import type { Kind } from "./kinds.ts";

/** The kinds that may carry a managed identity, with ids where it is user-assigned. The extension has only its own. */
export const kindsWithIdentity = [
  "workspace",
  "workspace.project",
  "compute.cluster",
  "compute.instance",
  "inference.cluster",
  "attachment",
  "endpoint.online",
  "endpoint.batch",
  "kubernetes.cluster",
  "storage.account",
  "registry",
] as const satisfies readonly Kind[];
