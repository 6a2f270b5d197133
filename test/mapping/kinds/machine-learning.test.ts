import { describe, expect, test } from "vitest";
import { mapDeclaration } from "../../../src/parsers/mapping/map.ts";
import { attributesOf, declare, idOf, only, target, unknown } from "../trees.ts";

const ml = "Microsoft.MachineLearningServices/workspaces";

describe("a workspace", () => {
  test("of azurerm", () => {
    const body = {
      name: "mlw",
      resource_group_name: "rg",
      location: "westeurope",
      tags: { env: "prod" },
      identity: [{ type: "SystemAssigned, UserAssigned", identity_ids: [target("azurerm_user_assigned_identity.a")] }],
      public_network_access_enabled: false,
      managed_network: [{ isolation_mode: "AllowOnlyApprovedOutbound" }],
      storage_account_id: target("azurerm_storage_account.a"),
      key_vault_id: idOf("Microsoft.KeyVault/vaults", "kv"),
      container_registry_id: unknown("var.registry has no value"),
      image_build_compute_name: "build",
      encryption: [{ key_id: "https://kv.vault.azure.net/keys/k", key_vault_id: target("azurerm_key_vault.a") }],
      serverless_compute: [{ public_ip_enabled: true }],
      high_business_impact: true,
      storage_account_access_type: "identity",
    };
    const workspace = only(declare("azurerm_machine_learning_workspace", body), "workspace");
    expect(attributesOf(workspace)).toEqual({
      name: "mlw",
      group: "rg",
      location: "westeurope",
      tags: { env: "prod" },
      identityType: "SystemAssigned,UserAssigned",
      identityIds: ["@azurerm_user_assigned_identity.a.id"],
      flavor: { default: "Default", of: "azurerm 5" },
      publicAccess: false,
      publicAccessBehindVnet: "-?azurerm has no public access behind a virtual network since version 4",
      isolationMode: "AllowOnlyApprovedOutbound",
      storageAccount: "@azurerm_storage_account.a.id",
      keyVault: "id Microsoft.KeyVault/vaults kv in rg",
      containerRegistry: "?var.registry has no value",
      applicationInsights: "-",
      storageAccess: "Identity",
      imageBuildCompute: "build",
      primaryIdentity: "-",
      legacyMode: { default: false, of: "azurerm 5" },
      highBusinessImpact: true,
      encryption: true,
      encryptionKey: "https://kv.vault.azure.net/keys/k",
      encryptionKeyVault: "@azurerm_key_vault.a.id",
      encryptionIdentity: "-",
      serverless: true,
      serverlessPublicIp: true,
      serverlessSubnet: "-",
    });
    expect(workspace.azureType).toBe(ml);
  });

  test("of azurerm_ai_foundry is a hub whose public access is a word", () => {
    const body = { public_network_access: "disabled", high_business_impact_enabled: true };
    expect(attributesOf(only(declare("azurerm_ai_foundry", body), "workspace"))).toMatchObject({
      flavor: "Hub",
      publicAccess: false,
      highBusinessImpact: true,
      imageBuildCompute: "-?azurerm_ai_foundry cannot name a compute that builds images",
    });
  });

  test("of ARM", () => {
    const body = {
      name: "mlw",
      id: idOf(ml, "mlw"),
      kind: "hub",
      identity: { type: "SystemAssigned,UserAssigned", userAssignedIdentities: { [idOf("Microsoft.X/ids", "i")]: {} } },
      properties: {
        PublicNetworkAccess: "disabled",
        managedNetwork: {
          isolationMode: "allowinternetoutbound",
          outboundRules: { a: { type: "FQDN", destination: "x.y" } },
        },
        storageAccount: idOf("Microsoft.Storage/storageAccounts", "st"),
        containerRegistry: "",
        hbiWorkspace: "True",
        systemDatastoresAuthMode: "Identity",
        encryption: { keyVaultProperties: { keyVaultArmId: idOf("Microsoft.KeyVault/vaults", "kv") } },
        serverlessComputeSettings: { serverlessComputeNoPublicIP: true },
      },
    };
    const workspace = only(declare(ml, body, { source: "arm", versions: ["2025-06-01"] }), "workspace");
    expect(attributesOf(workspace)).toMatchObject({
      name: "mlw",
      group: "rg",
      flavor: "Hub",
      identityIds: ["id Microsoft.X/ids i in rg"],
      publicAccess: false,
      isolationMode: "AllowInternetOutbound",
      storageAccount: "id Microsoft.Storage/storageAccounts st in rg",
      containerRegistry: "-",
      highBusinessImpact: true,
      storageAccess: "Identity",
      encryption: true,
      encryptionKey: "-",
      serverlessPublicIp: false,
      legacyMode: { default: false, of: "Azure" },
    });
  });

  test("of YAML, whose words have underscores", () => {
    const body = {
      name: "mlw",
      public_network_access: "disabled",
      managed_network: {
        isolation_mode: "allow_only_approved_outbound",
        outbound_rules: [{ name: "a", type: "service_tag" }],
      },
      customer_managed_key: { key_vault: idOf("Microsoft.KeyVault/vaults", "kv"), key_uri: "https://k" },
      serverless_compute: { no_public_ip: true },
    };
    const declaration = declare("workspace", body, { source: "azureml" });
    expect(attributesOf(only(declaration, "workspace"))).toMatchObject({
      publicAccess: false,
      isolationMode: "AllowOnlyApprovedOutbound",
      encryption: true,
      encryptionKey: "https://k",
      serverlessPublicIp: false,
      storageAccess: { default: "AccessKey", of: "az ml" },
    });
    expect(attributesOf(only(declaration, "outbound-rule"))).toMatchObject({ name: "a", ruleType: "ServiceTag" });
  });

  test("of a command", () => {
    const body = {
      name: "mlw",
      "resource-group": "rg",
      "public-network-access": "Disabled",
      "managed-network": "disabled",
      tags: ["a=b", "c"],
    };
    expect(attributesOf(only(declare("ml workspace create", body, { source: "command" }), "workspace"))).toMatchObject({
      name: "mlw",
      group: "rg",
      publicAccess: false,
      isolationMode: "Disabled",
      tags: { a: "b", c: "" },
    });
  });

  test("that is a project is of another kind", () => {
    const declaration = declare(
      ml,
      { kind: "Project", properties: { hubResourceId: idOf(ml, "hub") } },
      { source: "arm" },
    );
    expect(attributesOf(only(declaration, "workspace.project"))).toMatchObject({ hub: `id ${ml} hub in rg` });
    expect(() => only(declaration, "workspace")).toThrow();
    const inYaml = declare("workspace", { name: "p", hub_id: idOf(ml, "hub") }, { source: "azureml" });
    expect(mapDeclaration(inYaml).map(({ kind }) => kind)).toEqual(["workspace.project"]);
  });

  test("that azapi only updates is named by its id and has no defaults", () => {
    const body = { id: idOf(ml, "mlw"), properties: { v1LegacyMode: true } };
    const update = { ...declare(ml, body, { source: "azapi" }), partial: true as const };
    expect(attributesOf(only(update, "workspace"))).toMatchObject({
      name: "mlw",
      legacyMode: true,
      publicAccess: "-?what an update does not name keeps its former value",
    });
  });
});

describe("a compute cluster", () => {
  test("of azurerm", () => {
    const body = {
      name: "cpu",
      machine_learning_workspace_id: target("azurerm_machine_learning_workspace.a"),
      vm_size: "Standard_DS3_v2",
      vm_priority: "lowpriority",
      node_public_ip_enabled: "false",
      local_auth_enabled: false,
      ssh_public_access_enabled: true,
      subnet_resource_id: null,
      scale_settings: [{ min_node_count: "1", max_node_count: 4, scale_down_nodes_after_idle_duration: "PT30M" }],
      ssh: [{ admin_password: "hunter2" }],
    };
    expect(
      attributesOf(only(declare("azurerm_machine_learning_compute_cluster", body), "compute.cluster")),
    ).toMatchObject({
      workspace: "@azurerm_machine_learning_workspace.a.id",
      publicIp: false,
      subnet: "-",
      minNodes: 1,
      maxNodes: 4,
      idleTime: { text: "PT30M", minutes: 30 },
      vmSize: "Standard_DS3_v2",
      priority: "LowPriority",
      localAuth: false,
      publicSsh: "Enabled",
      adminPassword: "hunter2",
    });
  });

  test("of ARM, with local authentication turned round", () => {
    const body = {
      name: "mlw/cpu",
      properties: {
        computeType: "amlcompute",
        computeLocation: "westeurope",
        disableLocalAuth: true,
        properties: {
          enableNodePublicIp: false,
          remoteLoginPortPublicAccess: "NotSpecified",
          scaleSettings: { minNodeCount: 0, nodeIdleTimeBeforeScaleDown: "30m" },
          subnet: { id: idOf("Microsoft.Network/virtualNetworks/subnets", "v", "s") },
        },
      },
    };
    const cluster = only(declare(`${ml}/computes`, body, { source: "arm" }), "compute.cluster");
    expect(attributesOf(cluster)).toMatchObject({
      name: "cpu",
      location: "westeurope",
      workspace: "name mlw",
      localAuth: false,
      publicIp: false,
      publicSsh: "NotSpecified",
      minNodes: 0,
      maxNodes: "-",
      idleTime: { text: "30m", minutes: undefined },
      subnet: "id Microsoft.Network/virtualNetworks/subnets v/s in rg",
      priority: { default: "Dedicated", of: "Azure" },
    });
  });

  test("of YAML, with seconds and the loader's defaults", () => {
    const body = { name: "cpu", type: "amlcompute", idle_time_before_scale_down: 1800, tier: "low_priority" };
    const cluster = only(declare("compute/amlcompute", body, { source: "azureml" }), "compute.cluster");
    expect(attributesOf(cluster)).toMatchObject({
      idleTime: { text: "1800", minutes: 30 },
      priority: "LowPriority",
      localAuth: false,
      maxNodes: { default: 4, of: "az ml" },
      vmSize: { default: "STANDARD_DS3_V2", of: "az ml" },
      publicSsh: { default: "NotSpecified", of: "az ml" },
    });
    const open = declare("compute/amlcompute", { ssh_settings: { admin_username: "a" } }, { source: "azureml" });
    expect(attributesOf(only(open, "compute.cluster"))).toMatchObject({ localAuth: true });
  });

  test("of a command", () => {
    const body = {
      type: "amlcompute",
      name: "cpu",
      "workspace-name": "mlw",
      "resource-group": "rg",
      "min-instances": "2",
    };
    expect(
      attributesOf(only(declare("ml compute create", body, { source: "command" }), "compute.cluster")),
    ).toMatchObject({
      workspace: "name mlw in rg",
      minNodes: 2,
      localAuth: false,
    });
  });
});

describe("a compute instance", () => {
  test("of azurerm cannot say when it shuts down", () => {
    const body = { virtual_machine_size: "Standard_DS3_v2", ssh: [{ public_key: "k" }] };
    const instance = only(declare("azurerm_machine_learning_compute_instance", body), "compute.instance");
    expect(attributesOf(instance)).toMatchObject({
      vmSize: "Standard_DS3_v2",
      publicSsh: "Enabled",
      localAuth: { default: true, of: "azurerm 5" },
      idleShutdown: "-?azurerm cannot express the idle shutdown of a compute instance",
    });
    expect(instance.attributes).toHaveProperty("idleShutdown.fallback.inexpressible", true);
  });

  test("of ARM", () => {
    const properties = {
      sshSettings: { sshPublicAccess: "enabled" },
      idleTimeBeforeShutdown: "PT1H",
      schedules: { computeStartStop: [{}, {}] },
    };
    const body = { name: "mlw/ci", properties: { computeType: "ComputeInstance", properties } };
    const instance = only(declare(`${ml}/computes`, body, { source: "azapi" }), "compute.instance");
    expect(attributesOf(instance)).toMatchObject({
      publicSsh: "Enabled",
      idleShutdown: { text: "PT1H", minutes: 60 },
      schedules: 2,
      publicIp: { default: true, of: "Azure" },
      localAuth: { default: true, of: "Azure" },
    });
  });

  test.each([
    [{ idle_time_before_shutdown_minutes: 30 }, { text: "30", minutes: 30 }],
    [{ idle_time_before_shutdown: "PT15M" }, { text: "PT15M", minutes: 15 }],
    [{ idle_time_before_shutdown_minutes: "30m" }, { text: "30m", minutes: undefined }],
    [{}, "-"],
  ])("of YAML with %j shuts down after %j", (body, expected) => {
    const instance = only(declare("compute/computeinstance", body, { source: "azureml" }), "compute.instance");
    expect(attributesOf(instance)).toMatchObject({ idleShutdown: expected, localAuth: { default: false } });
  });
});

describe("an inference cluster", () => {
  test("of azurerm keeps an empty string apart from null", () => {
    const body = {
      kubernetes_cluster_id: target("azurerm_kubernetes_cluster.a"),
      ssl: [{ cert: "", key: null, leaf_domain_label: "x" }],
    };
    expect(
      attributesOf(only(declare("azurerm_machine_learning_inference_cluster", body), "inference.cluster")),
    ).toMatchObject({
      cluster: "@azurerm_kubernetes_cluster.a.id",
      purpose: { default: "FastProd", of: "azurerm 5" },
      ssl: true,
      sslCertificate: "",
      sslKey: "-",
      sslLeafDomainLabel: "x",
    });
  });

  test("of ARM", () => {
    const properties = {
      clusterPurpose: "devtest",
      sslConfiguration: { status: "auto", overwriteExistingDomain: true },
    };
    const resourceId = idOf("Microsoft.ContainerService/managedClusters", "aks");
    const body = { name: "mlw/inf", properties: { computeType: "AKS", resourceId, properties } };
    expect(attributesOf(only(declare(`${ml}/computes`, body, { source: "arm" }), "inference.cluster"))).toMatchObject({
      cluster: "id Microsoft.ContainerService/managedClusters aks in rg",
      purpose: "DevTest",
      sslStatus: "Auto",
      sslOverwriteDomain: true,
    });
  });

  test("of a command of the first CLI cannot say anything about SSL", () => {
    const body = { name: "inf", "compute-resource-id": idOf("Microsoft.ContainerService/managedClusters", "aks") };
    const declaration = declare("ml computetarget attach aks", body, { source: "command" });
    expect(attributesOf(only(declaration, "inference.cluster"))).toMatchObject({
      cluster: "id Microsoft.ContainerService/managedClusters aks in rg",
      purpose: { default: "FastProd", of: "the Azure CLI" },
      ssl: "-?az ml computetarget attach aks has no options for SSL",
    });
  });

  test("without SSL says so as certainly as one with it", () => {
    const cluster = only(declare("azurerm_machine_learning_inference_cluster", { name: "a" }), "inference.cluster");
    expect(attributesOf(cluster)).toMatchObject({ ssl: false });
  });
});

describe("an attachment", () => {
  test("of a command", () => {
    const body = {
      type: "kubernetes",
      name: "k8s",
      "resource-id": idOf("Microsoft.Kubernetes/managedClusters", "aks"),
      "identity-type": "UserAssigned",
      "user-assigned-identities": [idOf("Microsoft.X/ids", "a"), idOf("Microsoft.X/ids", "b")],
    };
    expect(attributesOf(only(declare("ml compute attach", body, { source: "command" }), "attachment"))).toMatchObject({
      cluster: "id Microsoft.Kubernetes/managedClusters aks in rg",
      clusterId: idOf("Microsoft.Kubernetes/managedClusters", "aks"),
      identityType: "UserAssigned",
      identityIds: ["id Microsoft.X/ids a in rg", "id Microsoft.X/ids b in rg"],
      namespace: { default: "default", of: "the Azure CLI" },
    });
  });

  test("of ARM defines its instance types", () => {
    const instanceTypes = {
      small: {
        nodeSelector: { pool: "a" },
        resources: { requests: { cpu: "1", memory: 2 }, limits: { "nvidia.com/gpu": 1 } },
      },
    };
    const properties = { namespace: "ml", defaultInstanceType: "big", instanceTypes };
    const body = { name: "mlw/k8s", properties: { computeType: "Kubernetes", properties } };
    const declaration = declare(`${ml}/computes`, body, { source: "arm", address: "k8s" });
    expect(attributesOf(only(declaration, "attachment"))).toMatchObject({
      namespace: "ml",
      defaultInstanceType: "big",
      instanceTypes: ["small"],
    });
    const type = only(declaration, "instance-type");
    expect(attributesOf(type)).toEqual({
      name: "small",
      attachment: "@k8s.id",
      nodeSelector: { pool: "a" },
      cpuRequest: "1",
      memoryRequest: 2,
      gpuRequest: "-",
      cpuLimit: "-",
      memoryLimit: "-",
      gpuLimit: 1,
    });
    expect(type.identity).toMatchObject({
      address: "k8s.properties.properties.instanceTypes.small",
      block: "k8s.properties.properties.instanceTypes.small",
    });
  });
});

test("an instance type of Kubernetes", () => {
  const resources = { requests: { cpu: "100m", memory: "2Gi", "nvidia.com/gpu": 1 }, limits: { cpu: "2", memory: "" } };
  const body = { metadata: { name: "small" }, spec: { nodeSelector: { pool: "a" }, resources } };
  expect(attributesOf(only(declare("InstanceType", body, { source: "kubernetes" }), "instance-type"))).toMatchObject({
    name: "small",
    attachment: "-",
    cpuRequest: "100m",
    gpuRequest: 1,
    memoryLimit: "",
    gpuLimit: "-",
  });
});

describe("an online endpoint", () => {
  test("of ARM", () => {
    const properties = { publicNetworkAccess: "Disabled", authMode: "aadtoken", traffic: { blue: 90, green: "10" } };
    const body = { name: "mlw/ep", properties };
    expect(
      attributesOf(only(declare(`${ml}/onlineEndpoints`, body, { source: "arm" }), "endpoint.online")),
    ).toMatchObject({
      publicAccess: false,
      authMode: "AADToken",
      traffic: { blue: 90, green: 10 },
    });
  });

  test("of YAML", () => {
    const body = { name: "ep", auth_mode: "aml_token", compute: "azureml:k8s" };
    expect(attributesOf(only(declare("onlineEndpoint", body, { source: "azureml" }), "endpoint.online"))).toMatchObject(
      {
        publicAccess: { default: true, of: "az ml" },
        authMode: "AMLToken",
        compute: "name k8s",
      },
    );
  });
});

describe("a deployment", () => {
  test("of ARM belongs to the endpoint its name says", () => {
    const properties = { endpointComputeType: "managed", egressPublicNetworkAccess: "disabled" };
    const body = { name: "mlw/ep/blue", sku: { capacity: 2 }, properties };
    const type = `${ml}/onlineEndpoints/deployments`;
    expect(attributesOf(only(declare(type, body, { source: "arm" }), "deployment"))).toMatchObject({
      name: "blue",
      endpoint: "name ep",
      platform: "Managed",
      instances: 2,
      publicEgress: false,
    });
  });

  test("on Kubernetes asks for an instance type", () => {
    const declaration = declare(
      "onlineDeployment/kubernetes",
      { name: "blue", instance_type: "small" },
      { source: "azureml" },
    );
    expect(attributesOf(only(declaration, "workload"))).toMatchObject({ instanceType: "small", kubernetes: true });
    expect(attributesOf(only(declaration, "deployment"))).toMatchObject({ platform: "Kubernetes" });
  });

  test("of a job asks where it names one", () => {
    const body = { name: "train", compute: "azureml:k8s", resources: { instance_type: "big" } };
    expect(attributesOf(only(declare("job", body, { source: "azureml" }), "workload"))).toEqual({
      name: "train",
      instanceType: "big",
      compute: "name k8s",
      kubernetes: "-",
    });
    expect(mapDeclaration(declare("job", { compute: "azureml:cpu" }, { source: "azureml" }))).toEqual([]);
  });
});

test.each([
  ["azurerm_machine_learning_datastore_blobstorage", { account_key: "k" }, { accountKey: "k", clientSecret: "-" }],
  ["azurerm_machine_learning_datastore_fileshare", { service_data_identity: "none" }, { serviceIdentity: "None" }],
  ["azurerm_machine_learning_datastore_datalake_gen2", { client_secret: "s" }, { clientSecret: "s", accountKey: "-" }],
])("a datastore of %s with %j", (type, body, expected) => {
  expect(attributesOf(only(declare(type, body), "datastore"))).toMatchObject(expected);
});

test("a datastore of ARM and of YAML", () => {
  const credentials = { credentialsType: "accountkey", secrets: { key: "k" } };
  const fromArm = declare(`${ml}/datastores`, { properties: { credentials } }, { source: "arm" });
  expect(attributesOf(only(fromArm, "datastore"))).toMatchObject({ credentials: "AccountKey", accountKey: "k" });
  const fromYaml = declare("datastore/azure_blob", { credentials: { sas_token: "t" } }, { source: "azureml" });
  expect(attributesOf(only(fromYaml, "datastore"))).toMatchObject({ sasToken: "t" });
});

test.each([
  ["azurerm_machine_learning_workspace_network_outbound_rule_fqdn", { destination_fqdn: "x.y" }, "FQDN", "x.y"],
  [
    "azurerm_machine_learning_workspace_network_outbound_rule_service_tag",
    { service_tag: "Storage" },
    "ServiceTag",
    "Storage",
  ],
])("an outbound rule of %s", (type, body, ruleType, destination) => {
  expect(attributesOf(only(declare(type, body), "outbound-rule"))).toMatchObject({ ruleType, destination });
});

test("an outbound rule inside a workspace of ARM", () => {
  const outboundRules = { tags: { type: "ServiceTag", destination: { serviceTag: "Storage" } } };
  const declaration = declare(
    ml,
    { properties: { managedNetwork: { outboundRules } } },
    { source: "arm", address: "ws" },
  );
  expect(attributesOf(only(declaration, "outbound-rule"))).toEqual({
    name: "tags",
    workspace: "@ws.id",
    ruleType: "ServiceTag",
    destination: "Storage",
  });
});
