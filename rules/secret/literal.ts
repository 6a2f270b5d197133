import { extensionSetting } from "../../data/extension-settings.ts";
import { defineRule } from "../../src/engine/rule.ts";
import { writtenSettings } from "../../src/model/extension-settings.ts";
import { isSampleSecret } from "../../src/model/placeholder.ts";
import type { Resource } from "../../src/model/resource.ts";
import type { Value } from "../../src/model/value.ts";

export default defineRule({
  on: ["compute.cluster", "inference.cluster", "extension", "variable"],
  title: "A secret is written in the code",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "high",
  securitySeverity: 9,
  sources: ["terraform", "arm", "azureml", "command"],
  tags: ["security", "secrets"],
  check(resource, context) {
    const secrets = secretsOf(resource);
    for (const { attribute, part, value, what } of secrets) {
      if (value.state !== "known" || value.value.trim() === "" || isSampleSecret(value.value)) continue;
      context.report({
        // The kinds have no secret in common.
        attribute: attribute as "name",
        at: { ...value, sensitive: true },
        ...(part !== undefined && { part }),
        message: `${context.subject} holds ${what} as a literal: whoever reads the code has it, and so does its history.`,
        help: "Take it from a key vault or a variable of the pipeline, and replace the one that was written.",
      });
    }
    for (const { value } of secrets) context.written(value);
  },
});

interface Secret {
  readonly attribute: string;
  readonly part?: string;
  readonly value: Value<string>;
  readonly what: string;
}

/** What is a secret for certain, by what it is for and never by how it looks. */
function secretsOf(resource: Resource): readonly Secret[] {
  switch (resource.kind) {
    case "compute.cluster":
      return secretUnlessParameter(resource, "adminPassword", "the password of its SSH account");
    case "inference.cluster":
      return secretUnlessParameter(resource, "sslKey", "the private key of its certificate");
    case "extension":
      return protectedSecrets(resource as Resource<"extension">);
    default:
      return parameterSecret(resource as Resource<"variable">);
  }
}

/** What a secure parameter brings is reported at the parameter. */
function secretUnlessParameter(resource: Resource, attribute: string, what: string): Secret[] {
  const value = (resource.attributes as unknown as Readonly<Record<string, Value<string>>>)[attribute]!;
  const isParameter = resource.source === "arm" && resource.identity.module === "" && "sensitive" in value;
  return isParameter ? [] : [{ attribute, value, what }];
}

/** Only the keys whose content is secret itself: others name files, or hold a certificate, which is public. */
function protectedSecrets(extension: Resource<"extension">): Secret[] {
  return writtenSettings(extension).flatMap(({ key, value, within }) => {
    const setting = within === "protectedSettings" ? extensionSetting(key) : undefined;
    if (!setting?.protected || setting.layer === "user-cli-only" || setting.name === "scoringFe.sslCert") return [];
    return [{ attribute: "protectedSettings", part: key, value, what: `the protected setting ${key}` }];
  });
}

function parameterSecret({ source, attributes }: Resource<"variable">): Secret[] {
  const { sensitive, assigned, value } = attributes;
  if (source !== "arm" || sensitive.state !== "known" || !sensitive.value) return [];
  const isAssigned = assigned.state === "known" && assigned.value;
  const what = isAssigned ? "the value of a secure parameter" : "the default of a secure parameter";
  return [{ attribute: "value", value, what }];
}
