import { strings } from "../collections.ts";
import { arm, armParent, azurerm } from "../families.ts";
import { blocks } from "../part.ts";
import { owner, reference, references } from "../references.ts";
import { defineMapping } from "../surface.ts";

const azureType = "Microsoft.Network/privateEndpoints";
const connection = "properties.privateLinkServiceConnections.properties";
const manualConnection = "properties.manualPrivateLinkServiceConnections.properties";

export const privateEndpoint = defineMapping("private-endpoint", {
  azurerm: {
    type: "azurerm_private_endpoint",
    azureType,
    attributes: {
      ...azurerm.name,
      ...azurerm.group,
      ...azurerm.tagged,
      target: reference("private_service_connection.private_connection_resource_id"),
      subresources: strings("private_service_connection.subresource_names"),
      subnet: reference("subnet_id"),
    },
  },
  arm: {
    type: azureType,
    attributes: {
      ...arm.name,
      ...arm.group,
      ...arm.tagged,
      target: reference(`${connection}.privateLinkServiceId`, `${manualConnection}.privateLinkServiceId`),
      subresources: strings(`${connection}.groupIds`, `${manualConnection}.groupIds`),
      subnet: reference("properties.subnet.id"),
    },
  },
});

export const dnsZoneGroup = defineMapping("dns-zone-group", {
  azurerm: {
    type: "azurerm_private_endpoint",
    each: blocks("private_dns_zone_group"),
    attributes: { ...azurerm.name, endpoint: owner(), zones: references("private_dns_zone_ids") },
  },
  arm: {
    type: "Microsoft.Network/privateEndpoints/privateDnsZoneGroups",
    attributes: {
      ...arm.name,
      endpoint: armParent(),
      zones: references("properties.privateDnsZoneConfigs", "properties.privateDnsZoneId"),
    },
  },
});

export const dnsZone = defineMapping("dns-zone", {
  azurerm: {
    type: "azurerm_private_dns_zone",
    azureType: "Microsoft.Network/privateDnsZones",
    attributes: { ...azurerm.name, ...azurerm.group },
  },
  arm: { type: "Microsoft.Network/privateDnsZones", attributes: { ...arm.name, ...arm.group } },
});
