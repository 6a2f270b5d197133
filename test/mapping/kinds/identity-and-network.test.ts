import { describe, expect, test } from "vitest";
import { attributesOf, declare, idOf, only, target, unknown } from "../trees.ts";

const role = "/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635";

test("a role assignment of azurerm and of ARM", () => {
  const principal = target("azurerm_user_assigned_identity.a", "principal_id");
  const body = {
    role_definition_name: "Owner",
    scope: idOf("Microsoft.KeyVault/vaults", "kv"),
    principal_id: principal,
    condition: "limits",
  };
  expect(attributesOf(only(declare("azurerm_role_assignment", body), "role.assignment"))).toEqual({
    role: "Owner",
    roleId: "-",
    scope: "id Microsoft.KeyVault/vaults kv in rg",
    principal: "@azurerm_user_assigned_identity.a.principal_id",
    principalType: "-",
    condition: "limits",
  });
  const properties = { roleDefinitionId: `/subscriptions/s${role}`, principalType: "User", condition: "limits" };
  const inArm = declare("Microsoft.Authorization/roleAssignments", { properties }, { source: "arm" });
  expect(attributesOf(only(inArm, "role.assignment"))).toMatchObject({
    role: "-?ARM names a role by its id",
    roleId: "id Microsoft.Authorization/roleDefinitions 8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
    scope: "-",
    principalType: "User",
    condition: "limits",
  });
});

test.each([
  [role, "id Microsoft.Authorization/roleDefinitions 8e3af657-a8ff-443c-a75c-2fe8c4bcb635"],
  ["8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "name 8e3af657-a8ff-443c-a75c-2fe8c4bcb635"],
])("a role id %s", (id, expected) => {
  const assignment = declare("azurerm_role_assignment", { role_definition_id: id });
  expect(attributesOf(only(assignment, "role.assignment"))).toMatchObject({ roleId: expected });
});

test.each([
  [
    "azurerm",
    "azurerm_federated_identity_credential",
    { parent_id: target("azurerm_user_assigned_identity.a"), subject: "repo:*" },
    "federated-credential",
    { identity: "@azurerm_user_assigned_identity.a.id", subject: "repo:*" },
  ],
  [
    "azurerm",
    "azurerm_federated_identity_credential",
    { user_assigned_identity_id: target("azurerm_user_assigned_identity.a") },
    "federated-credential",
    { identity: "@azurerm_user_assigned_identity.a.id" },
  ],
  [
    "arm",
    "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials",
    { name: "id/fc", properties: { issuer: "https://x" } },
    "federated-credential",
    { name: "fc", identity: "name id", issuer: "https://x" },
  ],
  [
    "azurerm",
    "azurerm_user_assigned_identity",
    { name: "id", resource_group_name: "rg" },
    "identity",
    { name: "id", group: "rg" },
  ],
  ["azurerm", "azurerm_role_definition", { name: "Mine" }, "role.definition", { name: "Mine" }],
  [
    "arm",
    "Microsoft.Authorization/roleDefinitions",
    { name: "guid", properties: { roleName: "Mine" } },
    "role.definition",
    { name: "Mine" },
  ],
  ["azurerm", "azurerm_resource_group", { name: "rg", location: "westeurope" }, "resource-group", { name: "rg" }],
  ["azurerm", "azurerm_subscription", { subscription_id: "s" }, "subscription", { name: "s" }],
  ["azurerm", "azurerm_management_group", { name: "m" }, "management-group", { name: "m" }],
  [
    "azurerm",
    "azurerm_private_dns_zone",
    { name: "privatelink.api.azureml.ms" },
    "dns-zone",
    { name: "privatelink.api.azureml.ms" },
  ],
  ["azurerm", "azurerm_virtual_network", { name: "v" }, "virtual-network", { name: "v" }],
  ["arm", "Microsoft.Network/publicIPAddresses", { sku: { name: "basic" } }, "public-ip", { sku: "Basic" }],
  ["azurerm", "azurerm_lb", { sku: "Basic" }, "load-balancer", { sku: "Basic" }],
] as const)("%s %s with %j", (source, type, body, kind, expected) => {
  expect(attributesOf(only(declare(type, body, { source }), kind))).toMatchObject(expected);
});

test.each([
  [["3.117.1"], { default: "Basic", of: "azurerm 3" }],
  [["4.81.0"], { default: "Standard", of: "azurerm 4" }],
])("a public IP of azurerm %j without a SKU", (versions, sku) => {
  expect(attributesOf(only(declare("azurerm_public_ip", {}, { versions }), "public-ip"))).toMatchObject({ sku });
});

describe("a private endpoint", () => {
  test("of azurerm, with its zone group", () => {
    const body = {
      name: "pe",
      private_service_connection: [
        {
          private_connection_resource_id: target("azurerm_machine_learning_workspace.a"),
          subresource_names: ["amlworkspace"],
        },
      ],
      private_dns_zone_group: [
        {
          name: "default",
          private_dns_zone_ids: [target("azurerm_private_dns_zone.a"), unknown("var.zone has no value")],
        },
      ],
    };
    const declaration = declare("azurerm_private_endpoint", body);
    expect(attributesOf(only(declaration, "private-endpoint"))).toMatchObject({
      target: "@azurerm_machine_learning_workspace.a.id",
      subresources: ["amlworkspace"],
    });
    expect(attributesOf(only(declaration, "dns-zone-group"))).toEqual({
      name: "default",
      endpoint: "@azurerm_private_endpoint.this.id",
      zones: ["@azurerm_private_dns_zone.a.id", "?var.zone has no value"],
    });
  });

  test.each(["privateLinkServiceConnections", "manualPrivateLinkServiceConnections"])("of ARM by %s", (list) => {
    const connection = { privateLinkServiceId: idOf("Microsoft.KeyVault/vaults", "kv"), groupIds: ["vault"] };
    const declaration = declare(
      "Microsoft.Network/privateEndpoints",
      { properties: { [list]: [{ properties: connection }] } },
      { source: "arm" },
    );
    expect(attributesOf(only(declaration, "private-endpoint"))).toMatchObject({
      target: "id Microsoft.KeyVault/vaults kv in rg",
      subresources: ["vault"],
    });
  });

  test("of ARM has its zone group as a child", () => {
    const zone = {
      properties: { privateDnsZoneId: idOf("Microsoft.Network/privateDnsZones", "privatelink.api.azureml.ms") },
    };
    const body = { name: "pe/default", properties: { privateDnsZoneConfigs: [zone] } };
    const declaration = declare("Microsoft.Network/privateEndpoints/privateDnsZoneGroups", body, { source: "arm" });
    expect(attributesOf(only(declaration, "dns-zone-group"))).toMatchObject({
      endpoint: "name pe",
      zones: ["id Microsoft.Network/privateDnsZones privatelink.api.azureml.ms in rg"],
    });
  });
});

describe("a subnet", () => {
  test("of azurerm names its network", () => {
    const body = { name: "s", virtual_network_name: "v", resource_group_name: "rg", address_prefixes: ["10.0.0.0/24"] };
    expect(attributesOf(only(declare("azurerm_subnet", body), "subnet"))).toMatchObject({
      network: "name v in rg",
      addressPrefixes: ["10.0.0.0/24"],
    });
  });

  test.each([
    [{ addressPrefix: "10.0.0.0/24" }, ["10.0.0.0/24"]],
    [{ addressPrefixes: ["10.0.0.0/24", "10.0.1.0/24"] }, ["10.0.0.0/24", "10.0.1.0/24"]],
  ])("inside a network of ARM with %j", (properties, addressPrefixes) => {
    const body = { name: "v", properties: { subnets: [{ name: "s", properties }] } };
    const declaration = declare("Microsoft.Network/virtualNetworks", body, { source: "arm", address: "v" });
    expect(attributesOf(only(declaration, "subnet"))).toMatchObject({ name: "s", network: "@v.id", addressPrefixes });
  });
});

describe("a security rule", () => {
  test("of azurerm, single values and lists together", () => {
    const body = {
      direction: "inbound",
      access: "allow",
      protocol: "*",
      priority: "100",
      source_address_prefix: "Internet",
      destination_port_ranges: ["22", "3389"],
      network_security_group_name: target("azurerm_network_security_group.a", "name"),
    };
    expect(attributesOf(only(declare("azurerm_network_security_rule", body), "network.security-rule"))).toMatchObject({
      securityGroup: "@azurerm_network_security_group.a.name",
      direction: "Inbound",
      access: "Allow",
      priority: 100,
      sources: ["Internet"],
      destinationPorts: ["22", "3389"],
    });
  });

  test("inside its group", () => {
    const inTerraform = declare("azurerm_network_security_group", {
      security_rule: [{ name: "a", destination_port_range: "22" }],
    });
    expect(attributesOf(only(inTerraform, "network.security-rule"))).toMatchObject({
      name: "a",
      securityGroup: "@azurerm_network_security_group.this.id",
      destinationPorts: ["22"],
    });
    const properties = { sourceAddressPrefix: "*", sourceAddressPrefixes: [], destinationPortRange: "22" };
    const body = { properties: { securityRules: [{ name: "a", properties }] } };
    const inArm = declare("Microsoft.Network/networkSecurityGroups", body, { source: "arm" });
    expect(attributesOf(only(inArm, "network.security-rule"))).toMatchObject({
      sources: ["*"],
      destinationPorts: ["22"],
    });
  });

  test("whose list cannot be decided has no known sources, whatever the single value", () => {
    const body = { source_address_prefixes: unknown("var.sources has no value"), source_address_prefix: "*" };
    expect(attributesOf(only(declare("azurerm_network_security_rule", body), "network.security-rule"))).toMatchObject({
      sources: "?var.sources has no value",
    });
  });
});

test("a subnet is associated with a group by a resource of its own", () => {
  const body = {
    subnet_id: target("azurerm_subnet.a"),
    network_security_group_id: target("azurerm_network_security_group.a"),
  };
  const declaration = declare("azurerm_subnet_network_security_group_association", body);
  expect(attributesOf(only(declaration, "network.security-group-association"))).toEqual({
    subnet: "@azurerm_subnet.a.id",
    securityGroup: "@azurerm_network_security_group.a.id",
  });
});
