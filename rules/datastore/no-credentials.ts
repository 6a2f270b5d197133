import { defineRule } from "../../src/engine/rule.ts";

/** The types whose provider asks for one of the two secrets; ADLS Gen2 without any is read as who runs the job. */
const needsSecret = /_datastore_(?:blobstorage|fileshare)$/;

export default defineRule({
  on: "datastore",
  title: "A datastore with neither credentials nor an identity",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "high",
  sources: ["terraform", "arm"],
  tags: ["correctness", "identity"],
  check(datastore, context) {
    const { credentials, accountKey, sasToken, serviceIdentity } = datastore.attributes;
    const inAzurerm = datastore.source === "azurerm";
    if (inAzurerm ? !needsSecret.test(datastore.type) : datastore.source === "azureml") return;
    const secret = inAzurerm
      ? (context.written(accountKey) ?? context.written(sasToken))
      : context.written(credentials);
    if (secret !== undefined || context.known(serviceIdentity) !== "None") return;
    const choices = inAzurerm
      ? `${context.name("accountKey")}, ${context.name("sasToken")}`
      : 'credentials, with "credentialsType": "None" where jobs read as who runs them';
    context.report({
      attribute: "serviceIdentity",
      message: `${context.subject} has neither credentials nor an identity, so that Azure refuses it: ${context.state("serviceIdentity")}.`,
      help: `Set ${context.setting("serviceIdentity", "WorkspaceSystemAssignedIdentity")}, or give it ${choices}.`,
    });
  },
});
