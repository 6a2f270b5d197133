import { defineRule } from "../../src/engine/rule.ts";

const secrets = [
  { attribute: "accountKey", what: "the key of its storage account" },
  { attribute: "sasToken", what: "a shared access signature" },
  { attribute: "clientSecret", what: "the secret of its service principal" },
] as const;

/** What stands in samples where a secret would. */
const isPlaceholder = /^(?:[Xx*.]{2,}|X+(?:-X+)*|changeme|your[-_ ].{1,60}|<.{0,80}>|\?st=.{0,40}(?:XXX|xxx).{0,200})$/;

export default defineRule({
  on: "datastore",
  title: "A secret of a datastore is written in the code",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "high",
  securitySeverity: 8.5,
  sources: ["terraform", "arm", "azureml"],
  tags: ["security"],
  check(datastore, context) {
    for (const { attribute, what } of secrets) {
      const secret = context.glimpse(datastore.attributes[attribute]);
      if (!secret || isPlaceholder.test(secret)) continue;
      context.report({
        attribute,
        message: `${context.subject} has ${what} written in ${context.name(attribute)}, where everybody reads it who reads the code.`,
        help: "Take it from a key vault or a variable that the pipeline sets, renew the one that was written, or use an identity instead.",
      });
    }
    for (const { attribute } of secrets) context.written(datastore.attributes[attribute]);
  },
});
