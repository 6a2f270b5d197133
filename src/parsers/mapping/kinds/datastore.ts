import { settings } from "../collections.ts";
import { arm, armParent, azureml, azurerm, namedWorkspace } from "../families.ts";
import { notExpressible, nothing } from "../field.ts";
import { reference } from "../references.ts";
import { choice, string } from "../scalars.ts";
import { defineMapping } from "../surface.ts";

const azureType = "Microsoft.MachineLearningServices/workspaces/datastores";
const credentialTypes = ["AccountKey", "Sas", "ServicePrincipal", "Certificate", "None"];
const identities = ["None", "WorkspaceSystemAssignedIdentity", "WorkspaceUserAssignedIdentity"];

const inTerraform = {
  ...azurerm.name,
  tags: settings("tags"),
  workspace: reference("workspace_id"),
  credentials: notExpressible("azurerm derives the type of the credentials from the other arguments"),
};

export const datastore = defineMapping("datastore", {
  azurerm: [
    {
      type: "azurerm_machine_learning_datastore_blobstorage",
      azureType,
      attributes: {
        ...inTerraform,
        accountKey: string("account_key"),
        sasToken: string("shared_access_signature"),
        clientSecret: nothing(),
        serviceIdentity: choice(identities, "service_data_auth_identity"),
      },
    },
    {
      type: "azurerm_machine_learning_datastore_fileshare",
      azureType,
      attributes: {
        ...inTerraform,
        accountKey: string("account_key"),
        sasToken: string("shared_access_signature"),
        clientSecret: nothing(),
        serviceIdentity: choice(identities, "service_data_identity"),
      },
    },
    {
      type: "azurerm_machine_learning_datastore_datalake_gen2",
      azureType,
      attributes: {
        ...inTerraform,
        accountKey: nothing(),
        sasToken: nothing(),
        clientSecret: string("client_secret"),
        serviceIdentity: choice(identities, "service_data_identity"),
      },
    },
  ],
  arm: {
    type: azureType,
    attributes: {
      ...arm.name,
      tags: settings("properties.tags"),
      workspace: armParent(),
      credentials: choice(credentialTypes, "properties.credentials.credentialsType"),
      accountKey: string("properties.credentials.secrets.key"),
      sasToken: string("properties.credentials.secrets.sasToken"),
      clientSecret: string("properties.credentials.secrets.clientSecret"),
      serviceIdentity: choice(identities, "properties.serviceDataAccessAuthIdentity"),
    },
  },
  azureml: {
    type: [
      "datastore/azure_blob",
      "datastore/azure_file",
      "datastore/azure_data_lake_gen1",
      "datastore/azure_data_lake_gen2",
      "datastore/one_lake",
    ],
    azureType,
    attributes: {
      ...azureml.name,
      tags: settings("tags"),
      workspace: namedWorkspace(),
      credentials: notExpressible("YAML derives the type of the credentials from the keys that are written"),
      accountKey: string("credentials.account_key"),
      sasToken: string("credentials.sas_token"),
      clientSecret: string("credentials.client_secret"),
      serviceIdentity: nothing(),
    },
  },
});
