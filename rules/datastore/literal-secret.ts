import { defineRule } from "../../src/engine/rule.ts";
import { isSampleSecret } from "../../src/model/placeholder.ts";
import type { Resource } from "../../src/model/resource.ts";
import type { Known } from "../../src/model/value.ts";

const secrets = [
  { attribute: "accountKey", what: "the key of its storage account" },
  { attribute: "sasToken", what: "a shared access signature" },
  { attribute: "clientSecret", what: "the secret of its service principal" },
] as const;

/** What a secure parameter of a template brings is reported where the parameter gets it. */
function isSecureParameter({ source, identity }: Resource<"datastore">, secret: Known<string>): boolean {
  return source === "arm" && identity.module === "" && secret.sensitive === true;
}

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
      const secret = datastore.attributes[attribute];
      if (secret.state !== "known" || isSampleSecret(secret.value) || isSecureParameter(datastore, secret)) continue;
      context.report({
        attribute,
        at: { ...secret, sensitive: true },
        message: `${context.subject} has ${what} written in ${context.name(attribute)}, where everybody reads it who reads the code.`,
        help: "Take it from a key vault or a variable that the pipeline sets, renew the one that was written, or use an identity instead.",
      });
    }
    for (const { attribute } of secrets) context.written(datastore.attributes[attribute]);
  },
});
