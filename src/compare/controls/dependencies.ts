import { controlsOf } from "../control.ts";
import {
  allowed,
  amount,
  either,
  enabled,
  identityType,
  list,
  reference,
  tlsVersion,
  word,
  wordOrNone,
  yesOrNo,
} from "../show.ts";

const quiet = { quiet: true } as const;
const aclNone = { ...word, none: "no network rules" };

export const storageAccount = controlsOf("storage.account", "Storage account", (row) => [
  row.attribute("publicAccess", "Public network access", enabled),
  row.attribute("defaultAction", "Network default action", aclNone),
  row.attribute("bypass", "Network rules bypassed by", list, quiet),
  row.pointing("networkRules", "Separate network rules", "storage.network-rules", "account", quiet),
  row.pointing("privateEndpoints", "Private endpoints", "private-endpoint", "target"),
  row.attribute("publicBlobs", "Public blobs", allowed),
  row.attribute("sharedKeys", "Shared key access", enabled),
  row.attribute("minimumTls", "Minimum TLS version", tlsVersion),
  row.attribute("httpsOnly", "HTTPS only", yesOrNo),
  row.attribute("replication", "Redundancy", word),
  row.attribute("tier", "Performance", word),
  row.attribute("blobSoftDelete", "Blob soft delete", enabled),
  row.attribute("hierarchicalNamespace", "Hierarchical namespace", enabled, quiet),
  row.attribute("identityType", "Identity", identityType, { ...quiet, also: ["identityIds"] }),
  row.pointing("locks", "Resource lock", "lock", "scope", quiet),
]);

export const storageNetworkRules = controlsOf("storage.network-rules", "Network rules of storage", (row) => [
  row.attribute("account", "Storage account", reference),
  row.attribute("defaultAction", "Network default action", aclNone),
  row.attribute("bypass", "Network rules bypassed by", list),
]);

export const storageContainer = controlsOf("storage.container", "Storage container", (row) => [
  row.attribute("publicBlobs", "Public blobs", allowed),
]);

export const blobService = controlsOf("storage.blob-service", "Blob service", (row) => [
  row.attribute("account", "Storage account", reference),
  row.attribute("blobSoftDelete", "Blob soft delete", enabled),
]);

export const keyVault = controlsOf("key-vault", "Key vault", (row) => [
  row.attribute("publicAccess", "Public network access", enabled),
  row.attribute("defaultAction", "Network default action", aclNone),
  row.attribute("bypass", "Network rules bypassed by", wordOrNone, quiet),
  row.pointing("privateEndpoints", "Private endpoints", "private-endpoint", "target"),
  row.attribute("rbac", "Authorization", either("Azure RBAC", "Access policies")),
  row.attribute("purgeProtection", "Purge protection", enabled),
  row.attribute("retentionDays", "Soft-delete retention", amount("day")),
  row.pointing("diagnosticSettings", "Diagnostic settings", "diagnostic-setting", "target"),
  row.pointing("locks", "Resource lock", "lock", "scope", quiet),
]);

export const registry = controlsOf("registry", "Container registry", (row) => [
  row.attribute("sku", "SKU", word),
  row.attribute("publicAccess", "Public network access", enabled),
  row.attribute("defaultAction", "Network default action", aclNone),
  row.pointing("privateEndpoints", "Private endpoints", "private-endpoint", "target"),
  row.attribute("adminUser", "Admin user", enabled),
  row.attribute("anonymousPull", "Anonymous pull", allowed),
  row.attribute("identityType", "Identity", identityType, { ...quiet, also: ["identityIds"] }),
]);

export const insights = controlsOf("insights", "Application Insights", (row) => [
  row.attribute("logAnalytics", "Log Analytics workspace", { ...reference, none: "none (classic)" }),
  row.attribute("localAuth", "Local authentication", enabled),
]);
