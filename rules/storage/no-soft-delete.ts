import { defineRule } from "../../src/engine/rule.ts";
import type { Resource } from "../../src/model/resource.ts";

export default defineRule({
  on: ["storage.account", "storage.blob-service"],
  title: "Deleted blobs cannot be brought back",
  severity: { production: "note", "non-production": "off", unclassified: "off" },
  precision: "high",
  sources: ["terraform", "arm"],
  tags: ["reliability"],
  check(resource, context) {
    const isAccount = resource.kind === "storage.account";
    if (isAccount && context.exactlyPointingTo(resource, "storage.blob-service", "account").length > 0) return;
    if (context.known(resource.attributes.blobSoftDelete) !== false) return;
    const account = isAccount ? (resource as Resource<"storage.account">) : undefined;
    if (account && context.known(account.attributes.flavor) === "FileStorage") return;
    context.report({
      attribute: "blobSoftDelete",
      message: `${context.subject} keeps no deleted blobs, so a script that deletes too much deletes for good.`,
      help: isAccount
        ? `Add a ${context.name("blobSoftDelete")} block that says how many days deleted blobs are kept.`
        : `Set ${context.setting("blobSoftDelete", true)}, and say beside it how many days deleted blobs are kept.`,
    });
  },
});
