/** Words that say nothing of what a name is about when they end it: `password_value`, `SECRET_2`. */
const filler = /^(?:values?|text|plain|plaintext|base64|b64|raw|literal|\d+)$/;

/** Names that end so hold a secret, also within a longer word such as `adminpassword`. */
const endings =
  /(?:password|passwd|passphrase|secrets?|tokens?|credentials?|apikey|accesskey|accountkey|storagekey|sslkey|tlskey|privatekey|sharedkey|signingkey|masterkey|connectionstring)$/;
const words = new Set(["pwd", "pass", "passwd", "sas", "pat", "sig"]);
const keys = new Set([
  ...["api", "access", "account", "storage", "shared", "private", "ssl", "tls", "signing", "encryption", "master"],
  ...["admin", "auth", "function", "host", "subscription", "primary", "secondary", "client", "license"],
]);

/** Secrets that are only named: a Kubernetes secret, one in a vault. */
const named = new Set(["ssl", "tls", "pull", "kubernetes", "k8s", "vault", "kv"]);

/** Whether what goes by a name is a secret: `admin_password`, `sslKey`, `ARM_CLIENT_SECRET`, `AccountKey`. */
export function isSecretName(name: string): boolean {
  const parts = name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== "");
  while (parts.length > 1 && filler.test(parts.at(-1)!)) parts.pop();
  const [last, before] = [parts.at(-1), parts.at(-2)];
  if (last === undefined) return false;
  if (words.has(last)) return true;
  if (last === "key" || last === "keys") return before !== undefined && keys.has(before);
  if (last === "string") return before === "connection";
  if (/^secrets?$/.test(last) && before !== undefined && named.has(before)) return false;
  return endings.test(last);
}
