import { isSameRegion } from "../../data/regions.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: ["compute.cluster", "compute.instance"],
  title: "A compute in another region than its private workspace",
  severity: { production: "warning", "non-production": "warning", unclassified: "warning" },
  precision: "high",
  sources: ["terraform", "arm", "azureml", "command"],
  tags: ["network", "correctness"],
  check(compute, context) {
    if (compute.attributes.location.state === "absent") return;
    for (const workspace of context.follow(compute.attributes.workspace, "workspace")) {
      if (context.known(workspace.attributes.publicAccess) !== false) continue;
      const [location, home] = [compute, workspace].map(({ attributes }) => context.known(attributes.location));
      if (location === undefined || home === undefined || isSameRegion(home, location)) continue;
      context.report({
        attribute: "location",
        message: `${context.subject} is in "${location}", and its private workspace ${workspace.identity.address} is in "${home}".`,
        help: `Set ${context.setting("location", home)}.`,
      });
    }
  },
});
