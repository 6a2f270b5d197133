import { defineRule } from "../../src/engine/rule.ts";

const needed = ["blob", "file"];

export default defineRule({
  on: "storage.account",
  title: "Storage of a private workspace lacks one of its two endpoints",
  severity: { production: "warning", "non-production": "warning", unclassified: "warning" },
  precision: "high",
  sources: ["terraform", "arm"],
  tags: ["network", "correctness"],
  check(account, context) {
    const workspaces = context.pointingTo(account, "workspace", "storageAccount");
    if (!workspaces.some((workspace) => context.known(workspace.attributes.publicAccess) === false)) return;
    const endpoints = context.exactlyPointingTo(account, "private-endpoint", "target");
    const served = endpoints.map((endpoint) => context.known(endpoint.attributes.subresources));
    const names = served.flatMap((items) => items?.map((item) => context.known(item)?.toLowerCase()));
    const missing = needed.filter((name) => !names.includes(name));
    if (missing.length !== 1) return;
    context.report({
      attribute: "name",
      at: account.header,
      message: `${context.subject} is the storage of a private workspace and has a private endpoint for ${needed.find((name) => name !== missing[0])} but none for ${missing[0]}.`,
      help: `Add a private endpoint with the sub-resource "${missing[0]}"; the workspace keeps data in blobs and notebooks in files.`,
    });
  },
});
