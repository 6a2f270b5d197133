import { vmSize } from "../../data/vm-sizes.ts";
import { type Context, defineRule } from "../../src/engine/rule.ts";
import { type Demand, demandsOf, type NodeSize } from "../../src/model/pool-fit.ts";
import type { Resource } from "../../src/model/resource.ts";

type TypeContext = Context<"instance-type">;
type Cluster = Resource<"kubernetes.cluster">;
interface SizedPool {
  readonly pool: Resource<"kubernetes.pool">;
  readonly size: NodeSize;
}

export default defineRule({
  on: "instance-type",
  title: "An instance type that fits on no node of the cluster",
  severity: { production: "warning", "non-production": "warning", unclassified: "warning" },
  precision: "medium",
  sources: ["kubernetes", "arm", "terraform", "azureml"],
  tags: ["correctness"],
  check(type, context) {
    const demands = demandsOf(type);
    const clusters = demands.length === 0 ? [] : clustersOf(type, context);
    if (clusters.length === 0) return;
    const pools = clusters.flatMap((cluster) => poolsOf(cluster, context));
    const outcomes = pools.map((sized) => demands.map((demand) => demand.metBy(sized.pool, sized.size)));
    const hopeless = outcomes.map((outcome) => outcome.includes(false));
    if (hopeless.includes(false)) {
      if (outcomes.some((outcome) => outcome.every((met) => met === true))) return;
      context.undecided("what the nodes of the cluster offer is not wholly known");
    }
    const alone = demands.find((_, index) => outcomes.every((outcome) => outcome[index] === false));
    const blamed: Demand = alone ?? demands[0]!;
    const asked = alone ? alone.text : demands.map(({ text }) => text).join(", ");
    context.report({
      attribute: blamed.attribute,
      message: `${context.subject} asks for ${asked}, and no node pool of ${clusters.map(({ identity }) => identity.address).join(", ")} has ${alone ? "that" : "it all together"}: ${pools.map(described).join(", ")}.`,
      help: "Ask for less, or add a node pool that has it; until then its pods stay pending.",
    });
  },
});

/** The clusters on which a type can be: that of its attachment, else every one that Azure ML uses. */
function clustersOf(type: Resource<"instance-type">, context: TypeContext): readonly Cluster[] {
  if (type.attributes.attachment.state !== "absent") {
    const [attachment] = context.follow(type.attributes.attachment, "attachment");
    return attachment ? context.follow(attachment.attributes.cluster, "kubernetes.cluster") : [];
  }
  const users = [...context.all("extension"), ...context.all("attachment")].filter(
    (user) => user.attributes.cluster.state !== "absent",
  );
  const clusters = users.map((user) => context.follow(user.attributes.cluster, "kubernetes.cluster"));
  return clusters.some((found) => found.length === 0) ? [] : [...new Set(clusters.flat())];
}

function poolsOf(cluster: Cluster, context: TypeContext): SizedPool[] {
  const pools = context.exactlyPointingTo(cluster, "kubernetes.pool", "cluster");
  if (cluster.existing || pools.length === 0)
    context.undecided(`the pools of ${cluster.identity.address} are not known`);
  return pools.map((pool) => {
    const name = context.known(pool.attributes.vmSize);
    const size = name === undefined ? undefined : vmSize(name);
    if (!size) return context.undecided(`the size of the nodes of ${pool.identity.address} is not known`);
    return { pool, size };
  });
}

function described({ pool, size }: SizedPool): string {
  const name = pool.attributes.name.state === "known" ? pool.attributes.name.value : pool.identity.address;
  const memory = size.memoryGiB === undefined ? "" : `, ${size.memoryGiB} GiB`;
  const gpus = size.gpus ? `, ${size.gpus === 1 ? "one GPU" : `${size.gpus} GPUs`}` : "";
  return `${name} has ${size.vcpus} vCPUs${memory}${gpus} a node`;
}
