@description('Short name of the environment, part of every resource\'s name.')
@allowed(['dev', 'prod'])
param environment string

param location string = resourceGroup().location
param costCenter string

@description('A /20 of which the cluster and the private endpoints take their subnets.')
param addressSpace string

@allowed(['Standard_LRS', 'Standard_ZRS'])
param storageSku string = 'Standard_ZRS'

@description('Training clusters; the one called cpu also builds the workspace\'s images.')
param training trainingCluster[]

@description('The Kubernetes cluster on which endpoints run.')
param serving servingCluster

@description('What the managed endpoint serves from, and on how many instances.')
param model modelSettings

@description('Object id of the data scientists\' group.')
param dataScientists string

type trainingCluster = { name: string, vmSize: string, priority: string, maxNodes: int, idleTime: string }
type servingCluster = {
  tier: string
  systemNodes: int
  vmSize: string
  nodes: int
  highlyAvailable: bool
  purpose: string
  domain: string
}
type modelSettings = { vmSize: string, instances: int }

var name = 'mlh-${environment}'
var plainName = 'mlh${environment}'
var clusterName = 'aks-${name}'
var tags = {
  environment: environment
  costCenter: costCenter
  platform: 'machine-learning'
}
var zones = [
  'privatelink.api.azureml.ms'
  'privatelink.notebooks.azure.net'
  #disable-next-line no-hardcoded-env-urls
  'privatelink.blob.core.windows.net'
  #disable-next-line no-hardcoded-env-urls
  'privatelink.file.core.windows.net'
  'privatelink.vaultcore.azure.net'
  'privatelink.azurecr.io'
]
var roles = {
  blobContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe' // Storage Blob Data Contributor
  fileContributor: '69566ab7-960f-475b-8e7c-b3118f30c6bd' // Storage File Data Privileged Contributor
  secretsOfficer: 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7' // Key Vault Secrets Officer
  keyUser: 'e147488a-f6f5-4113-8e2d-b22465e65bf6' // Key Vault Crypto Service Encryption User
  imagePusher: '8311e382-0749-4cb8-b61a-304f252e45ec' // AcrPush
  imagePuller: '7f951dda-4ed3-4680-a7ca-43fe172d538d' // AcrPull
  dataScientist: 'f6c7c914-8db3-469d-8ca1-694a8f32e121' // AzureML Data Scientist
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: 'log-${name}'
  location: location
  tags: tags
  properties: {
    retentionInDays: 90
    features: {
      disableLocalAuth: true
    }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'appi-${name}'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: logs.id
    DisableLocalAuth: true
  }
}

resource network 'Microsoft.Network/virtualNetworks@2023-11-01' = {
  name: 'vnet-${name}'
  location: location
  tags: tags
  properties: {
    addressSpace: {
      addressPrefixes: [addressSpace]
    }
    subnets: [
      {
        name: 'kubernetes'
        properties: {
          addressPrefixes: [cidrSubnet(addressSpace, 22, 0)]
        }
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefixes: [cidrSubnet(addressSpace, 24, 8)]
        }
      }
    ]
  }
}

resource dnsZones 'Microsoft.Network/privateDnsZones@2020-06-01' = [
  for zone in zones: {
    name: zone
    location: 'global'
    tags: tags
  }
]

resource dnsLinks 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2020-06-01' = [
  for (zone, index) in zones: {
    parent: dnsZones[index]
    name: 'link-${name}'
    location: 'global'
    properties: {
      registrationEnabled: false
      virtualNetwork: {
        id: network.id
      }
    }
  }
]

resource workspaceIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-${name}-workspace'
  location: location
  tags: tags
}

resource servingIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-${name}-serving'
  location: location
  tags: tags
}

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'st${plainName}'
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: storageSku
  }
  properties: {
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    publicNetworkAccess: 'Disabled'
    networkAcls: {
      defaultAction: 'Deny'
      bypass: 'AzureServices'
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = {
  parent: storage
  name: 'default'
  properties: {
    deleteRetentionPolicy: {
      enabled: true
      days: 30
    }
  }
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: 'kv-${name}'
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'premium'
    }
    enableRbacAuthorization: true
    enablePurgeProtection: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    publicNetworkAccess: 'Disabled'
    networkAcls: {
      defaultAction: 'Deny'
      bypass: 'AzureServices'
    }
  }
}

resource workspaceKey 'Microsoft.KeyVault/vaults/keys@2023-07-01' = {
  parent: vault
  name: 'workspace'
  properties: {
    kty: 'RSA-HSM'
    keySize: 3072
    keyOps: ['wrapKey', 'unwrapKey']
  }
}

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' = {
  name: 'cr${plainName}'
  location: location
  tags: tags
  sku: {
    name: 'Premium'
  }
  properties: {
    adminUserEnabled: false
    anonymousPullEnabled: false
    publicNetworkAccess: 'Disabled'
    networkRuleBypassOptions: 'AzureServices'
    zoneRedundancy: 'Enabled'
  }
}

resource blobRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(storage.id, workspaceIdentity.id, roles.blobContributor)
  scope: storage
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobContributor)
    principalId: workspaceIdentity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource fileRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(storage.id, workspaceIdentity.id, roles.fileContributor)
  scope: storage
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.fileContributor)
    principalId: workspaceIdentity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource secretsRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, workspaceIdentity.id, roles.secretsOfficer)
  scope: vault
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.secretsOfficer)
    principalId: workspaceIdentity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource keyRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(workspaceKey.id, workspaceIdentity.id, roles.keyUser)
  scope: workspaceKey
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyUser)
    principalId: workspaceIdentity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource pushRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, workspaceIdentity.id, roles.imagePusher)
  scope: registry
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.imagePusher)
    principalId: workspaceIdentity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource pullRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, servingIdentity.id, roles.imagePuller)
  scope: registry
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.imagePuller)
    principalId: servingIdentity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource workspace 'Microsoft.MachineLearningServices/workspaces@2024-10-01' = {
  name: 'mlw-${name}'
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${workspaceIdentity.id}': {}
    }
  }
  properties: {
    storageAccount: storage.id
    keyVault: vault.id
    containerRegistry: registry.id
    applicationInsights: insights.id
    systemDatastoresAuthMode: 'Identity'
    primaryUserAssignedIdentity: workspaceIdentity.id
    imageBuildCompute: 'cpu'
    hbiWorkspace: true
    v1LegacyMode: false
    publicNetworkAccess: 'Disabled'
    managedNetwork: {
      isolationMode: 'AllowOnlyApprovedOutbound'
      outboundRules: {
        pypi: {
          type: 'FQDN'
          category: 'UserDefined'
          destination: 'pypi.org'
        }
        files: {
          type: 'FQDN'
          category: 'UserDefined'
          destination: 'files.pythonhosted.org'
        }
      }
    }
    encryption: {
      status: 'Enabled'
      identity: {
        userAssignedIdentity: workspaceIdentity.id
      }
      keyVaultProperties: {
        keyVaultArmId: vault.id
        keyIdentifier: workspaceKey.properties.keyUriWithVersion
      }
    }
  }
  dependsOn: [blobRole, fileRole, secretsRole, keyRole, pushRole]
}

resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'audit'
  scope: workspace
  properties: {
    workspaceId: logs.id
    logs: [
      {
        categoryGroup: 'allLogs'
        enabled: true
      }
    ]
  }
}

resource scientistRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(workspace.id, dataScientists, roles.dataScientist)
  scope: workspace
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.dataScientist)
    principalId: dataScientists
    principalType: 'Group'
  }
}

resource trainingClusters 'Microsoft.MachineLearningServices/workspaces/computes@2024-10-01' = [
  for cluster in training: {
    parent: workspace
    name: cluster.name
    location: location
    tags: tags
    identity: {
      type: 'UserAssigned'
      userAssignedIdentities: {
        '${workspaceIdentity.id}': {}
      }
    }
    properties: {
      computeType: 'AmlCompute'
      disableLocalAuth: true
      properties: {
        vmSize: cluster.vmSize
        vmPriority: cluster.priority
        enableNodePublicIp: false
        remoteLoginPortPublicAccess: 'Disabled'
        scaleSettings: {
          minNodeCount: 0
          maxNodeCount: cluster.maxNodes
          nodeIdleTimeBeforeScaleDown: cluster.idleTime
        }
      }
    }
  }
]

resource workspaceEndpoint 'Microsoft.Network/privateEndpoints@2023-11-01' = {
  name: 'pe-${name}-workspace'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: '${network.id}/subnets/endpoints'
    }
    privateLinkServiceConnections: [
      {
        name: 'workspace'
        properties: {
          privateLinkServiceId: workspace.id
          groupIds: ['amlworkspace']
        }
      }
    ]
  }

  resource group 'privateDnsZoneGroups' = {
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: 'workspace'
          properties: {
            privateDnsZoneId: dnsZones[0].id
          }
        }
        {
          name: 'notebooks'
          properties: {
            privateDnsZoneId: dnsZones[1].id
          }
        }
      ]
    }
  }
}

var dependencies = [
  { subresource: 'blob', target: storage.id }
  { subresource: 'file', target: storage.id }
  { subresource: 'vault', target: vault.id }
  { subresource: 'registry', target: registry.id }
]

resource dependencyEndpoints 'Microsoft.Network/privateEndpoints@2023-11-01' = [
  for dependency in dependencies: {
    name: 'pe-${name}-${dependency.subresource}'
    location: location
    tags: tags
    properties: {
      subnet: {
        id: '${network.id}/subnets/endpoints'
      }
      privateLinkServiceConnections: [
        {
          name: dependency.subresource
          properties: {
            privateLinkServiceId: dependency.target
            groupIds: [dependency.subresource]
          }
        }
      ]
    }
  }
]

resource dependencyZones 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2023-11-01' = [
  for (dependency, index) in dependencies: {
    parent: dependencyEndpoints[index]
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: dependency.subresource
          properties: {
            privateDnsZoneId: dnsZones[index + 2].id
          }
        }
      ]
    }
  }
]

resource kubernetes 'Microsoft.ContainerService/managedClusters@2024-09-01' = {
  name: clusterName
  location: location
  tags: tags
  sku: {
    name: 'Base'
    tier: serving.tier
  }
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    dnsPrefix: clusterName
    enableRBAC: true
    disableLocalAccounts: true
    aadProfile: {
      managed: true
      enableAzureRBAC: true
    }
    apiServerAccessProfile: {
      enablePrivateCluster: true
    }
    agentPoolProfiles: [
      {
        name: 'system'
        mode: 'System'
        vmSize: 'Standard_D4s_v5'
        count: serving.systemNodes
        availabilityZones: ['1', '2', '3']
        vnetSubnetID: '${network.id}/subnets/kubernetes'
        enableNodePublicIP: false
      }
      {
        name: 'inference'
        mode: 'User'
        vmSize: serving.vmSize
        count: serving.nodes
        availabilityZones: ['1', '2', '3']
        vnetSubnetID: '${network.id}/subnets/kubernetes'
        enableNodePublicIP: false
        nodeLabels: {
          workload: 'inference'
        }
      }
    ]
    networkProfile: {
      networkPlugin: 'azure'
      networkPluginMode: 'overlay'
      networkPolicy: 'cilium'
      networkDataplane: 'cilium'
    }
    autoUpgradeProfile: {
      upgradeChannel: 'patch'
      nodeOSUpgradeChannel: 'NodeImage'
    }
    addonProfiles: {
      omsagent: {
        enabled: true
        config: {
          logAnalyticsWorkspaceResourceID: logs.id
          useAADAuth: 'true'
        }
      }
      azurepolicy: {
        enabled: true
      }
    }
    azureMonitorProfile: {
      metrics: {
        enabled: true
      }
    }
  }
}

resource trust 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2024-09-01' = {
  parent: kubernetes
  name: 'azureml'
  properties: {
    sourceResourceId: workspace.id
    roles: ['Microsoft.MachineLearningServices/workspaces/mlworkload']
  }
}

// The second half of the settings is what az k8s-extension would fill in by itself.
resource extension 'Microsoft.KubernetesConfiguration/extensions@2023-05-01' = {
  name: 'azureml'
  scope: kubernetes
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    extensionType: 'Microsoft.AzureML.Kubernetes'
    releaseTrain: 'stable'
    autoUpgradeMinorVersion: true
    scope: {
      cluster: {
        releaseNamespace: 'azureml'
      }
    }
    configurationSettings: {
      enableTraining: 'False'
      enableInference: 'True'
      inferenceRouterServiceType: 'loadBalancer'
      internalLoadBalancerProvider: 'azure'
      inferenceRouterHA: serving.highlyAvailable ? 'True' : 'False'
      clusterPurpose: serving.purpose
      sslSecret: 'scoring-certificate'
      sslCname: serving.domain
      cluster_name: kubernetes.id
      cluster_name_friendly: clusterName
      clusterId: kubernetes.id
      domain: '${location}.cloudapp.azure.com'
      location: location
      jobSchedulerLocation: location
      'nginxIngress.enabled': 'true'
      'relayserver.enabled': 'false'
      'servicebus.enabled': 'false'
      'scoringFe.sslSecret': 'scoring-certificate'
      'prometheus.prometheusSpec.externalLabels.cluster_name': kubernetes.id
    }
  }
}

resource attachment 'Microsoft.MachineLearningServices/workspaces/computes@2024-10-01' = {
  parent: workspace
  name: 'serving'
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${servingIdentity.id}': {}
    }
  }
  properties: {
    computeType: 'Kubernetes'
    resourceId: kubernetes.id
    properties: {
      namespace: 'azureml-serving'
      defaultInstanceType: 'small'
      instanceTypes: {
        small: {
          nodeSelector: { workload: 'inference' }
          resources: {
            requests: { cpu: '500m', memory: '1Gi' }
            limits: { cpu: '1', memory: '2Gi' }
          }
        }
        large: {
          nodeSelector: { workload: 'inference' }
          resources: {
            requests: { cpu: '1', memory: '4Gi' }
            limits: { cpu: '2', memory: '8Gi' }
          }
        }
      }
    }
  }
  dependsOn: [extension, trust, pullRole]
}

resource managedEndpoint 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints@2024-10-01' = {
  parent: workspace
  name: 'churn-${name}'
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${servingIdentity.id}': {}
    }
  }
  properties: {
    authMode: 'AADToken'
    publicNetworkAccess: 'Disabled'
    traffic: {
      blue: 100
    }
  }

  resource deployment 'deployments' = {
    name: 'blue'
    location: location
    tags: tags
    sku: {
      name: 'Default'
      capacity: model.instances
    }
    properties: {
      endpointComputeType: 'Managed'
      instanceType: model.vmSize
      egressPublicNetworkAccess: 'Disabled'
      model: 'azureml:churn:3'
    }
  }
}

resource kubernetesEndpoint 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints@2024-10-01' = {
  parent: workspace
  name: 'fraud-${name}'
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${servingIdentity.id}': {}
    }
  }
  properties: {
    authMode: 'AMLToken'
    compute: attachment.id
    traffic: {
      blue: 100
    }
  }

  resource deployment 'deployments' = {
    name: 'blue'
    location: location
    tags: tags
    sku: {
      name: 'Default'
      capacity: model.instances
    }
    properties: {
      endpointComputeType: 'Kubernetes'
      instanceType: 'large'
      model: 'azureml:fraud:7'
    }
  }
}
