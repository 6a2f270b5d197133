import { describe, expect, test } from "vitest";
import { isSecretName } from "../../src/model/secret-name.ts";
import { secretSpans } from "../../src/model/secret-text.ts";

/** A text without its secrets. */
function withoutSecretText(text: string, mask: string): string {
  let shown = "";
  let at = 0;
  for (const { from, to } of secretSpans(text)) {
    shown += text.slice(at, from) + mask;
    at = to;
  }
  return shown + text.slice(at);
}

describe("the name of a secret", () => {
  test.each([
    ...["password", "admin_password", "adminPassword", "ADMIN_PASSWORD", "administratorLoginPassword", "adminpassword"],
    ...[
      "ARM_CLIENT_SECRET",
      "client_secret",
      "clientSecret",
      "AccountKey",
      "account_key",
      "sslKey",
      "scoringFe.sslKey",
    ],
    ...["sas_token", "sas", "token", "connection_string", "connectionString", "password_value", "SECRET_2", "pwd"],
    ...["SharedAccessKey", "private_key", "apiKey", "apikey"],
  ])("%s", (name) => {
    expect(isSecretName(name)).toBe(true);
  });

  test.each([
    ...["bypass", "sslSecret", "ssl_secret", "key", "key_name", "key_vault_id", "password_length", "token_lifetime"],
    ...["secret_name", "disable_password_authentication", "kubernetes_secret", "imagePullSecrets", "signature", "path"],
    ...["public_key", "compass", "monkey", "design", "", "_"],
  ])("%s is none", (name) => {
    expect(isSecretName(name)).toBe(false);
  });
});

describe("secrets in a piece of code", () => {
  test.each([
    ["HCL", 'password = "hunter2" # why', 'password = "***" # why'],
    [
      "two in HCL",
      '{ a = 1, password = "x1", token = "y2", b = 2 }',
      '{ a = 1, password = "***", token = "***", b = 2 }',
    ],
    ["a quote in a text", 'password = "a\\"b" x', 'password = "***" x'],
    ["a call", 'password = sensitive("hunter2")', 'password = sensitive("***")'],
    ["a block on one line", 'variable "password" { default = "x1" }', 'variable "password" { default = "***" }'],
    ["JSON", '{"password": "x1", "size": "S1"}', '{"password": "***", "size": "S1"}'],
    ["a parameter in JSON", '"adminPassword": { "value": "x1" }', '"adminPassword": { "value": "***" }'],
    [
      "a declaration in JSON",
      '"adminPassword": { "type": "securestring", "defaultValue": "x1" }',
      '"adminPassword": { "type": "securestring", "defaultValue": "***" }',
    ],
    ["JSON in a text", '"{\\"password\\": \\"x1\\", \\"a\\": 1}"', '"{\\"password\\": \\"***\\", \\"a\\": 1}"'],
    ["protected settings", 'protected_settings = { any = "x1" }', 'protected_settings = { any = "***" }'],
    [
      "protected settings in JSON",
      '"configurationProtectedSettings": { "any": "x1" }, "b": "c"',
      '"configurationProtectedSettings": { "any": "***" }, "b": "c"',
    ],
    ["YAML", "password: hunter2 and more # why", "password: *** # why"],
    ["YAML in one line", "{ password: x1, size: S1 }", "{ password: ***, size: S1 }"],
    ["YAML with quotes", "password: 'x1'", "password: '***'"],
    ["a shell variable", "export ARM_CLIENT_SECRET=x1; az login", "export ARM_CLIENT_SECRET=***; az login"],
    ["options", "az x --admin-password x1 --token=y2 --size S1", "az x --admin-password *** --token=*** --size S1"],
    ["an option with quotes", 'az x --password "x1 y" -n a', 'az x --password "***" -n a'],
    ["settings on a command line", "--config-protected sslKey=x1 a=b", "--config-protected sslKey=*** a=b"],
    ["PowerShell", "$Password = 'x1'; $a = 1", "$Password = '***'; $a = 1"],
    ["a secure string", 'ConvertTo-SecureString "x1" -AsPlainText', 'ConvertTo-SecureString "***" -AsPlainText'],
    [
      "a connection string",
      '"DefaultEndpointsProtocol=https;AccountName=a;AccountKey=abc+/==;EndpointSuffix=x"',
      '"DefaultEndpointsProtocol=https;AccountName=a;AccountKey=***;EndpointSuffix=x"',
    ],
    ["a signature", "https://x/y?sv=1&sig=abcdefghijklmnop%3D&se=2", "https://x/y?sv=1&sig=***&se=2"],
    ["a password in an address", "https://me:hunter2@example.com/a", "https://me:***@example.com/a"],
    ["a private key", "a\n-----BEGIN RSA PRIVATE KEY-----\nMII\n-----END RSA PRIVATE KEY-----\nb", "a\n***\nb"],
    ["a private key without an end", "-----BEGIN PRIVATE KEY-----\nMII", "***"],
    ["a line of a key", `  ${"aB3+".repeat(16)}`, "  ***"],
    ["a storage key", `x("${"aB3/".repeat(21)}aB==")`, 'x("***")'],
  ])("%s", (_name, text, expected) => {
    expect(withoutSecretText(text, "***")).toBe(expected);
  });

  test.each([
    "password = var.password",
    "password = random_password.this.result",
    'password = "${var.password}"',
    '"adminPassword": "[parameters(\'adminPassword\')]"',
    "--admin-password $PASSWORD --size S1",
    "password: ${{ secrets.PASSWORD }}",
    "password: $(password)",
    "password = true",
    'if password == "x1"',
    "--password --size S1",
    'type = "securestring"',
    'bypass = "AzureServices"',
    'ssl_secret = "scoring-tls"',
    'resource "azurerm_key_vault_secret" "this" {',
    "-----BEGIN CERTIFICATE-----",
    "",
  ])("%s shows none", (text) => {
    expect(secretSpans(text)).toEqual([]);
  });

  test.each([
    ["names without end", "password".repeat(3000)],
    ["brackets without end", `password = ${"[".repeat(20_000)}`],
    ["quotes without end", `password = "${'\\"'.repeat(10_000)}`],
    ["beginnings of keys", "-----BEGIN PRIVATE KEY----- ".repeat(1000)],
    ["options without end", "--password ".repeat(2000)],
    ["braces behind names", 'password = {"'.repeat(2000)],
    ["backslashes", `password=${"\\".repeat(20_000)}"`],
  ])("%s come to an end", (_name, text) => {
    const spans = secretSpans(text);
    const bounds = spans.flatMap(({ from, to }) => [from, to]);
    expect(bounds).toEqual([...bounds].sort((a, b) => a - b));
    expect(bounds.at(-1) ?? 0).toBeLessThanOrEqual(text.length);
  });
});
