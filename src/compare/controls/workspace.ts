import { controlsOf } from "../control.ts";
import {
  either,
  enabled,
  identityType,
  isolation,
  reference,
  storageAccess,
  word,
  wordOrNone,
  yesOrNo,
} from "../show.ts";

const quiet = { quiet: true } as const;

export const workspace = controlsOf("workspace", "Workspace", (row) => [
  row.attribute("flavor", "Kind", word, quiet),
  row.attribute("publicAccess", "Public network access", enabled),
  row.attribute("publicAccessBehindVnet", "Public access behind a virtual network", enabled, quiet),
  row.attribute("isolationMode", "Managed network isolation", isolation),
  row.pointing("privateEndpoints", "Private endpoints", "private-endpoint", "target"),
  row.attribute("storageAccess", "Storage authentication", storageAccess),
  row.attribute("identityType", "Identity", identityType, { also: ["identityIds"] }),
  row.attribute("primaryIdentity", "Primary identity", reference, quiet),
  row.attribute("encryption", "Encryption key", either("Customer-managed", "Microsoft-managed"), {
    also: ["encryptionKey", "encryptionKeyVault", "encryptionIdentity"],
  }),
  row.attribute("highBusinessImpact", "High business impact", enabled),
  row.attribute("legacyMode", "Version 1 legacy mode", enabled, quiet),
  row.attribute("containerRegistry", "Container registry", reference),
  row.attribute("imageBuildCompute", "Image build compute", wordOrNone),
  row.attribute("serverlessPublicIp", "Public IP of serverless compute", yesOrNo, quiet),
  row.attribute("serverlessSubnet", "Subnet of serverless compute", reference, quiet),
  row.pointing("diagnosticSettings", "Diagnostic settings", "diagnostic-setting", "target"),
  row.pointing("locks", "Resource lock", "lock", "scope", quiet),
]);

export const project = controlsOf("workspace.project", "Project", (row) => [
  row.attribute("hub", "Hub", reference),
  row.attribute("identityType", "Identity", identityType, { also: ["identityIds"] }),
]);

export const datastore = controlsOf("datastore", "Datastore", (row) => [
  row.attribute("credentials", "Credentials", wordOrNone),
  row.attribute("serviceIdentity", "Identity of the service", wordOrNone),
]);

export const outboundRule = controlsOf("outbound-rule", "Outbound rule", (row) => [
  row.attribute("ruleType", "Type", word),
  row.attribute("destination", "Destination", word),
]);
