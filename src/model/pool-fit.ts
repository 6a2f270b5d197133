import { parseQuantity } from "./quantity.ts";
import type { Resource } from "./resource.ts";
import { orDefault, type Value } from "./value.ts";

type InstanceType = Resource<"instance-type">;
type Pool = Resource<"kubernetes.pool">;

/** What a node of a pool offers, as far as it is known. */
export interface NodeSize {
  readonly vcpus: number;
  readonly memoryGiB: number | undefined;
  readonly gpus: number | undefined;
}

/** One thing that an instance type asks of a node. */
export interface Demand {
  readonly attribute: "nodeSelector" | "gpuLimit" | "cpuRequest" | "memoryRequest";
  /** What it asks for, in words: `8 GPUs`. */
  readonly text: string;
  /** Whether a node of a pool meets it; undefined where that is not known. */
  readonly metBy: (pool: Pool, size: NodeSize) => boolean | undefined;
}

const bytesPerGiB = 2 ** 30;

/** What an instance type asks of a node, of all that is written and can be read. */
export function demandsOf(type: InstanceType): Demand[] {
  const { cpuRequest, memoryRequest, gpuLimit, nodeSelector } = type.attributes;
  const demands: Demand[] = [];
  const selector = orDefault(nodeSelector);
  const labels = selector.state === "known" ? [...selector.value] : [];
  if (labels.length > 0) {
    const text = `the ${labels.length === 1 ? "label" : "labels"} ${labels.map(([key, value]) => `${key}=${textOf(value)}`).join(", ")}`;
    demands.push({ attribute: "nodeSelector", text, metBy: (pool, size) => hasLabels(pool, labels, size) });
  }
  const gpus = amount(gpuLimit);
  if (gpus)
    demands.push({ attribute: "gpuLimit", text: counted(gpus, "GPU"), metBy: (_, size) => atLeast(size.gpus, gpus) });
  const cpu = amount(cpuRequest);
  if (cpu) demands.push({ attribute: "cpuRequest", text: counted(cpu, "vCPU"), metBy: (_, { vcpus }) => vcpus >= cpu });
  const memory = amount(memoryRequest);
  if (memory) {
    const needed = memory / bytesPerGiB;
    const text = `${Math.round(needed * 100) / 100} GiB of memory`;
    demands.push({ attribute: "memoryRequest", text, metBy: (_, size) => atLeast(size.memoryGiB, needed) });
  }
  return demands;
}

function amount(value: Value<string | number>): number | undefined {
  const decided = orDefault(value);
  const parsed = decided.state === "known" ? parseQuantity(String(decided.value)) : undefined;
  return parsed !== undefined && parsed > 0 ? parsed : undefined;
}

function atLeast(offered: number | undefined, needed: number): boolean | undefined {
  return offered === undefined ? undefined : offered >= needed;
}

function counted(count: number, one: string): string {
  return count === 1 ? `one ${one}` : `${count} ${one}s`;
}

function textOf(value: Value<string>): string {
  return value.state === "known" ? value.value : "…";
}

/** Domains of labels that Kubernetes and AKS give to nodes themselves. */
const givenByAzure = /(?:^|\.)(?:kubernetes\.io|k8s\.io|kubernetes\.azure\.com)\/|^(?:agentpool|accelerator)$/i;

function hasLabels(
  pool: Pool,
  wanted: readonly (readonly [string, Value<string>])[],
  size: NodeSize,
): boolean | undefined {
  let open = false;
  for (const [key, value] of wanted) {
    const met = hasLabel(pool, key, value, size);
    if (met === false) return false;
    if (met === undefined) open = true;
  }
  return open ? undefined : true;
}

function hasLabel(pool: Pool, key: string, wanted: Value<string>, size: NodeSize): boolean | undefined {
  const { labels, name } = pool.attributes;
  if (wanted.state !== "known" || labels.state === "unknown") return undefined;
  const own = labels.state === "known" ? labels.value.get(key) : undefined;
  if (own !== undefined && own.state !== "absent")
    return own.state === "known" ? own.value === wanted.value : undefined;
  if (key === "agentpool" || key === "kubernetes.azure.com/agentpool") {
    return name.state === "known" ? name.value === wanted.value : undefined;
  }
  if (key === "accelerator") return size.gpus === 0 ? false : undefined;
  return givenByAzure.test(key) ? undefined : false;
}
