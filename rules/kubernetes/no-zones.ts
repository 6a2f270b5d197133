import { regionNamed } from "../../data/regions.ts";
import { defineRule } from "../../src/engine/rule.ts";
import { servingClusters } from "../../src/model/serving-clusters.ts";

export default defineRule({
  on: "kubernetes.pool",
  title: "A pool whose nodes are in no availability zone",
  severity: { production: "note", "non-production": "off", unclassified: "off" },
  precision: "medium",
  sources: ["terraform", "arm", "command"],
  tags: ["reliability"],
  concerns: (pool, context) => servingClusters(pool, context).length > 0,
  check(pool, context) {
    const zones = context.known(pool.attributes.zones);
    if (zones !== undefined && zones.length > 0) return;
    const clusters = servingClusters(pool, context);
    if (clusters.length === 0) return;
    const regions = clusters.map(({ attributes }) => context.written(attributes.location));
    if (regions.every((region) => region !== undefined && regionNamed(region)?.zones === 0)) return;
    context.report({
      attribute: "zones",
      message: `${context.subject} names no availability zones, so that one outage of a data center takes all its nodes.`,
      help: `Set ${context.name("zones")} to 1, 2 and 3 where the region has zones; the pool is made anew.`,
    });
  },
});
