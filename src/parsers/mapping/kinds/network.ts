import { joined, singleString, strings } from "../collections.ts";
import { arm, armParent, azurerm } from "../families.ts";
import { blocks } from "../part.ts";
import { namedReference, owner, reference } from "../references.ts";
import { choice, number, string } from "../scalars.ts";
import { defineMapping } from "../surface.ts";

const network = "Microsoft.Network/virtualNetworks";
const subnets = "Microsoft.Network/virtualNetworks/subnets";
const securityGroups = "Microsoft.Network/networkSecurityGroups";
const securityRules = "Microsoft.Network/networkSecurityGroups/securityRules";
const directions = ["Inbound", "Outbound"];
const accesses = ["Allow", "Deny"];

export const virtualNetwork = defineMapping("virtual-network", {
  azurerm: {
    type: "azurerm_virtual_network",
    azureType: network,
    attributes: { ...azurerm.name, ...azurerm.group, ...azurerm.tagged },
  },
  arm: { type: network, attributes: { ...arm.name, ...arm.group, ...arm.tagged } },
});

export const subnet = defineMapping("subnet", {
  azurerm: [
    {
      type: "azurerm_subnet",
      azureType: subnets,
      attributes: {
        ...azurerm.name,
        network: namedReference("virtual_network_name", "resource_group_name"),
        addressPrefixes: strings("address_prefixes", "address_prefix"),
        securityGroup: reference("network_security_group_id_wo"),
      },
    },
    {
      type: "azurerm_virtual_network",
      azureType: subnets,
      each: blocks("subnet"),
      attributes: {
        ...azurerm.name,
        network: owner(),
        addressPrefixes: strings("address_prefixes", "address_prefix"),
        securityGroup: reference("security_group"),
      },
    },
  ],
  arm: [
    {
      type: subnets,
      attributes: {
        ...arm.name,
        network: armParent(),
        addressPrefixes: joined(strings("properties.addressPrefixes"), singleString("properties.addressPrefix")),
        securityGroup: reference("properties.networkSecurityGroup.id"),
      },
    },
    {
      type: network,
      azureType: subnets,
      each: blocks("properties.subnets"),
      attributes: {
        ...arm.name,
        network: owner(),
        addressPrefixes: joined(strings("properties.addressPrefixes"), singleString("properties.addressPrefix")),
        securityGroup: reference("properties.networkSecurityGroup.id"),
      },
    },
  ],
});

export const securityGroup = defineMapping("network.security-group", {
  azurerm: {
    type: "azurerm_network_security_group",
    azureType: securityGroups,
    attributes: { ...azurerm.name, ...azurerm.group, ...azurerm.tagged },
  },
  arm: { type: securityGroups, attributes: { ...arm.name, ...arm.group, ...arm.tagged } },
});

const ruleInTerraform = {
  ...azurerm.name,
  direction: choice(directions, "direction"),
  access: choice(accesses, "access"),
  protocol: string("protocol"),
  priority: number("priority"),
  sources: joined(strings("source_address_prefixes"), singleString("source_address_prefix")),
  destinationPorts: joined(strings("destination_port_ranges"), singleString("destination_port_range")),
};

const ruleInArm = {
  ...arm.name,
  direction: choice(directions, "properties.direction"),
  access: choice(accesses, "properties.access"),
  protocol: string("properties.protocol"),
  priority: number("properties.priority"),
  sources: joined(strings("properties.sourceAddressPrefixes"), singleString("properties.sourceAddressPrefix")),
  destinationPorts: joined(
    strings("properties.destinationPortRanges"),
    singleString("properties.destinationPortRange"),
  ),
};

export const securityRule = defineMapping("network.security-rule", {
  azurerm: [
    {
      type: "azurerm_network_security_rule",
      azureType: securityRules,
      attributes: {
        ...ruleInTerraform,
        securityGroup: namedReference("network_security_group_name", "resource_group_name"),
      },
    },
    {
      type: "azurerm_network_security_group",
      each: blocks("security_rule"),
      attributes: { ...ruleInTerraform, securityGroup: owner() },
    },
  ],
  arm: [
    { type: securityRules, attributes: { ...ruleInArm, securityGroup: armParent() } },
    {
      type: securityGroups,
      each: blocks("properties.securityRules"),
      attributes: { ...ruleInArm, securityGroup: owner() },
    },
  ],
});

/** ARM writes the security group on the subnet. */
export const securityGroupAssociation = defineMapping("network.security-group-association", {
  azurerm: {
    type: "azurerm_subnet_network_security_group_association",
    attributes: { subnet: reference("subnet_id"), securityGroup: reference("network_security_group_id") },
  },
});

const skus = ["Basic", "Standard", "Gateway"];
const allocations = ["Static", "Dynamic"];

export const publicIp = defineMapping("public-ip", {
  azurerm: {
    type: "azurerm_public_ip",
    azureType: "Microsoft.Network/publicIPAddresses",
    attributes: {
      ...azurerm.name,
      ...azurerm.group,
      ...azurerm.tagged,
      sku: choice(skus, "sku"),
      allocation: choice(allocations, "allocation_method"),
    },
  },
  arm: {
    type: "Microsoft.Network/publicIPAddresses",
    attributes: {
      ...arm.name,
      ...arm.group,
      ...arm.tagged,
      sku: choice(skus, "sku.name"),
      allocation: choice(allocations, "properties.publicIPAllocationMethod"),
    },
  },
});

export const loadBalancer = defineMapping("load-balancer", {
  azurerm: {
    type: "azurerm_lb",
    azureType: "Microsoft.Network/loadBalancers",
    attributes: { ...azurerm.name, ...azurerm.group, ...azurerm.tagged, sku: choice(skus, "sku") },
  },
  arm: {
    type: "Microsoft.Network/loadBalancers",
    attributes: { ...arm.name, ...arm.group, ...arm.tagged, sku: choice(skus, "sku.name") },
  },
});
