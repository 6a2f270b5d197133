import { controlsOf } from "../control.ts";
import { duration, enabled, identityType, number, reference, size, word, yesOrNo } from "../show.ts";

const quiet = { quiet: true } as const;
const scheduleCount = { ...number, none: "none" };

export const computeCluster = controlsOf("compute.cluster", "Compute cluster", (row) => [
  row.attribute("vmSize", "VM size", size),
  row.attribute("priority", "Priority", word),
  row.attribute("minNodes", "Minimum nodes", number),
  row.attribute("maxNodes", "Maximum nodes", number),
  row.attribute("idleTime", "Idle time before scale-down", duration),
  row.attribute("publicIp", "Public IP", yesOrNo),
  row.attribute("subnet", "Subnet", reference),
  row.attribute("localAuth", "Local authentication", enabled),
  row.attribute("publicSsh", "Public SSH port", word),
  row.attribute("adminPassword", "Admin password", word, quiet),
  row.attribute("identityType", "Identity", identityType, { also: ["identityIds"] }),
]);

export const computeInstance = controlsOf("compute.instance", "Compute instance", (row) => [
  row.attribute("vmSize", "VM size", size),
  row.attribute("idleShutdown", "Idle shutdown", { ...duration, none: "none" }),
  row.attribute("schedules", "Start and stop schedules", scheduleCount),
  row.attribute("publicIp", "Public IP", yesOrNo),
  row.attribute("subnet", "Subnet", reference),
  row.attribute("localAuth", "Local authentication", enabled),
  row.attribute("publicSsh", "Public SSH port", word),
  row.attribute("identityType", "Identity", identityType, { also: ["identityIds"] }),
]);
