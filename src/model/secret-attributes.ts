import type { Resource } from "./resource.ts";
import { isSecretName } from "./secret-name.ts";
import { secretSpans } from "./secret-text.ts";
import type { Value } from "./value.ts";

const secretAttributes = new Set(["adminPassword", "sslKey", "accountKey", "sasToken", "clientSecret"]);

/** Whether an attribute holds a secret by what it is for, even where it is written as a plain literal. */
function holdsSecret(resource: Resource, attribute: string): boolean {
  if (secretAttributes.has(attribute)) return true;
  if (resource.kind !== "variable" || attribute !== "value") return false;
  if (isSecretName(resource.identity.address.replace(/^.*[.\s]/, ""))) return true;
  const { sensitive } = resource.attributes as { readonly sensitive?: Value<boolean> };
  return sensitive?.state === "known" && sensitive.value;
}

/** A value of which everything secret is marked as such, so that it is masked wherever it is shown. */
export function withoutSecrets(resource: Resource, attribute: string, value: Value<unknown>): Value<unknown> {
  if (value.state !== "known") return value;
  if (holdsSecret(resource, attribute) || isSecretText(value.value)) return { ...value, sensitive: true };
  if (!(value.value instanceof Map)) return value;
  const entries = [...(value.value as ReadonlyMap<string, Value<unknown>>)].map(([key, entry]) => {
    const isSecret = entry.state === "known" && (entryHoldsSecret(attribute, key) || isSecretText(entry.value));
    return [key, isSecret ? { ...entry, sensitive: true as const } : entry] as const;
  });
  return { ...value, value: new Map(entries) };
}

/** The same for one entry of a map: all protected settings, and what belongs among them. */
function entryHoldsSecret(attribute: string, key: string): boolean {
  if (attribute === "protectedSettings") return true;
  return isSecretName(key) || (attribute === "settings" && /(?:connectionstring|sslkey|password)$/i.test(key));
}

/** A connection string, the text of a private key and their like, wherever they stand. */
function isSecretText(value: unknown): boolean {
  return typeof value === "string" && value.length > 20 && secretSpans(value.slice(0, 20_000)).length > 0;
}
