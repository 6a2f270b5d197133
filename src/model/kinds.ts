import type { Duration } from "./duration.ts";
import type { Reference } from "./reference.ts";
import type { Value } from "./value.ts";

/** A list of which each item may be unknown or have a place of its own. */
export type Items<T> = readonly Value<T>[];

/** A map from keys as written to values. */
export type Settings = ReadonlyMap<string, Value<string>>;

/** A Kubernetes quantity as written, a string or a bare number. */
export type RawQuantity = string | number;

/** Attributes that many kinds share. */
interface Named {
  name: string;
}

/** What lies in a resource group of its own accord; a child lies where its parent does. */
interface Grouped extends Named {
  group: string;
}

interface Tagged {
  location: string;
  tags: Settings;
}

interface WithIdentity {
  /** None, SystemAssigned, UserAssigned or `SystemAssigned,UserAssigned`. */
  identityType: string;
  identityIds: Items<Reference>;
}

interface MachineLearningKinds {
  workspace: Grouped &
    Tagged &
    WithIdentity & {
      /** Default, Hub or FeatureStore; a Project is a kind of its own. */
      flavor: string;
      publicAccess: boolean;
      publicAccessBehindVnet: boolean;
      /** Disabled, AllowInternetOutbound or AllowOnlyApprovedOutbound. */
      isolationMode: string;
      storageAccount: Reference;
      keyVault: Reference;
      containerRegistry: Reference;
      applicationInsights: Reference;
      /** AccessKey, Identity or UserDelegationSAS. */
      storageAccess: string;
      imageBuildCompute: string;
      primaryIdentity: Reference;
      legacyMode: boolean;
      highBusinessImpact: boolean;
      /** Whether a customer-managed key is configured. */
      encryption: boolean;
      encryptionKey: string;
      encryptionKeyVault: Reference;
      encryptionIdentity: Reference;
      /** Whether serverless compute is configured. */
      serverless: boolean;
      serverlessPublicIp: boolean;
      serverlessSubnet: Reference;
    };
  "workspace.project": Named & Tagged & WithIdentity & { hub: Reference };
  "compute.cluster": Named &
    Tagged &
    WithIdentity & {
      workspace: Reference;
      publicIp: boolean;
      subnet: Reference;
      minNodes: number;
      maxNodes: number;
      /** Idle time before nodes go. */
      idleTime: Duration;
      vmSize: string;
      /** Dedicated or LowPriority. */
      priority: string;
      localAuth: boolean;
      /** Enabled, Disabled or NotSpecified. */
      publicSsh: string;
      adminPassword: string;
    };
  "compute.instance": Named &
    Tagged &
    WithIdentity & {
      workspace: Reference;
      publicIp: boolean;
      subnet: Reference;
      vmSize: string;
      localAuth: boolean;
      /** Enabled, Disabled or NotSpecified. */
      publicSsh: string;
      idleShutdown: Duration;
      /** How many schedules it has. */
      schedules: number;
      /** Whether one of them stops it. */
      stopsOnSchedule: boolean;
    };
  "inference.cluster": Named &
    Tagged &
    WithIdentity & {
      workspace: Reference;
      cluster: Reference;
      /** FastProd, DenseProd or DevTest. */
      purpose: string;
      /** Whether SSL is configured at all. */
      ssl: boolean;
      /** Enabled, Disabled or Auto, where the source says so itself. */
      sslStatus: string;
      sslCertificate: string;
      sslKey: string;
      sslCname: string;
      sslLeafDomainLabel: string;
      sslOverwriteDomain: boolean;
    };
  attachment: Named &
    Tagged &
    WithIdentity & {
      workspace: Reference;
      cluster: Reference;
      /** The cluster's id as written, also where it makes no sense. */
      clusterId: string;
      namespace: string;
      defaultInstanceType: string;
      /** The names of the instance types it defines itself. */
      instanceTypes: Items<string>;
    };
  "endpoint.online": Named &
    Tagged &
    WithIdentity & {
      workspace: Reference;
      publicAccess: boolean;
      /** Key, AMLToken or AADToken. */
      authMode: string;
      /** Shares in percent by deployment. */
      traffic: ReadonlyMap<string, Value<number>>;
      /** The Kubernetes compute it runs on; absent for a managed endpoint. */
      compute: Reference;
    };
  "endpoint.batch": Named & Tagged & WithIdentity & { workspace: Reference; authMode: string; deployment: string };
  deployment: Named & {
    endpoint: Reference;
    /** Managed, Kubernetes or Batch. */
    platform: string;
    /** A VM size on a managed platform, the name of an instance type on Kubernetes. */
    instanceType: string;
    instances: number;
    publicEgress: boolean;
    location: string;
    tags: Settings;
  };
  /** What asks for an instance type by name: a Kubernetes deployment, a job, a component. */
  workload: Named & {
    instanceType: string;
    compute: Reference;
    /** Whether it certainly runs on Kubernetes; absent where its compute decides. */
    kubernetes: boolean;
  };
  "instance-type": Named & {
    /** The attachment that defines it; absent for what is applied to a cluster. */
    attachment: Reference;
    nodeSelector: Settings;
    cpuRequest: RawQuantity;
    memoryRequest: RawQuantity;
    gpuRequest: RawQuantity;
    cpuLimit: RawQuantity;
    memoryLimit: RawQuantity;
    gpuLimit: RawQuantity;
  };
  datastore: Named & {
    workspace: Reference;
    /** AccountKey, Sas, ServicePrincipal, Certificate or None, where the source says so itself. */
    credentials: string;
    accountKey: string;
    sasToken: string;
    clientSecret: string;
    /** None, WorkspaceSystemAssignedIdentity or WorkspaceUserAssignedIdentity. */
    serviceIdentity: string;
    tags: Settings;
  };
  "outbound-rule": Named & {
    workspace: Reference;
    /** FQDN, ServiceTag or PrivateEndpoint. */
    ruleType: string;
    destination: string;
  };
}

interface KubernetesKinds {
  "kubernetes.cluster": Grouped &
    Tagged &
    WithIdentity & {
      /** Connected by Azure Arc, not an AKS cluster. */
      connected: boolean;
      /** Free, Standard or Premium. */
      tier: string;
      privateApiServer: boolean;
      authorizedRanges: Items<string>;
      localAccounts: boolean;
      rbac: boolean;
      /** The client id of a service principal. */
      servicePrincipal: string;
      networkPlugin: string;
      networkPolicy: string;
      upgradeChannel: string;
      nodeUpgradeChannel: string;
      containerInsights: boolean;
      managedMetrics: boolean;
    };
  "kubernetes.pool": Named & {
    cluster: Reference;
    vmSize: string;
    nodes: number;
    minNodes: number;
    maxNodes: number;
    autoscaling: boolean;
    /** System, User or Gateway. */
    mode: string;
    /** Regular or Spot. */
    priority: string;
    /** Linux or Windows. */
    osType: string;
    labels: Settings;
    taints: Items<string>;
    publicIp: boolean;
    zones: Items<string>;
    subnet: Reference;
  };
  /** An installation of the AzureML extension, or an update of one. */
  extension: Named &
    WithIdentity & {
      cluster: Reference;
      /** managedClusters or connectedClusters. */
      clusterType: string;
      settings: Settings;
      protectedSettings: Settings;
      /** The keys, as written, that a later one of the same name replaces. */
      replacedSettings: Items<string>;
      /** Why there may be more settings than can be seen; absent when all are seen. */
      unseenSettings: string;
      version: string;
      releaseTrain: string;
      autoUpgrade: boolean;
      /** cluster or namespace. */
      scope: string;
      releaseNamespace: string;
      targetNamespace: string;
      /** Changes an installation and keeps what it does not name. */
      update: boolean;
    };
  "trusted-access": Named & { cluster: Reference; workspace: Reference; roles: Items<string> };
}

interface DependencyKinds {
  "storage.account": Grouped &
    Tagged &
    WithIdentity & {
      /** Standard or Premium. */
      tier: string;
      /** LRS, ZRS, GRS, RAGRS, GZRS or RAGZRS. */
      replication: string;
      /** StorageV2, BlobStorage, FileStorage, BlockBlobStorage or Storage. */
      flavor: string;
      hierarchicalNamespace: boolean;
      sharedKeys: boolean;
      publicAccess: boolean;
      /** Allow or Deny. */
      defaultAction: string;
      bypass: Items<string>;
      publicBlobs: boolean;
      /** TLS1_0 to TLS1_3. */
      minimumTls: string;
      httpsOnly: boolean;
      blobSoftDelete: boolean;
    };
  /** Network rules of a storage account that are declared apart from it. */
  "storage.network-rules": { account: Reference; defaultAction: string; bypass: Items<string> };
  "storage.blob-service": { account: Reference; blobSoftDelete: boolean };
  "storage.container": Named & { account: Reference; publicBlobs: boolean };
  "key-vault": Grouped &
    Tagged & {
      purgeProtection: boolean;
      rbac: boolean;
      publicAccess: boolean;
      defaultAction: string;
      bypass: string;
      retentionDays: number;
    };
  key: Named & { vault: Reference };
  registry: Grouped &
    Tagged &
    WithIdentity & {
      /** Basic, Standard or Premium. */
      sku: string;
      adminUser: boolean;
      anonymousPull: boolean;
      publicAccess: boolean;
      defaultAction: string;
    };
  insights: Grouped & Tagged & { logAnalytics: Reference; localAuth: boolean };
  "diagnostic-setting": Named & { target: Reference };
  lock: Named & {
    scope: Reference;
    /** CanNotDelete or ReadOnly. */
    level: string;
  };
}

interface IdentityKinds {
  identity: Grouped & Tagged;
  "federated-credential": Named & { identity: Reference; subject: string; issuer: string };
  "role.assignment": {
    role: string;
    /** A GUID, or the id of a role definition. */
    roleId: Reference;
    scope: Reference;
    principal: Reference;
    principalType: string;
    /** Which of the actions of the role are allowed, in Azure's language for that. */
    condition: string;
  };
  "role.definition": Named & { scope: Reference };
  "resource-group": Named & Tagged;
  subscription: Named;
  "management-group": Named;
}

interface NetworkKinds {
  "virtual-network": Grouped & Tagged;
  subnet: Named & { network: Reference; addressPrefixes: Items<string>; securityGroup: Reference };
  "network.security-group": Grouped & Tagged;
  "network.security-rule": Named & {
    securityGroup: Reference;
    /** Inbound or Outbound. */
    direction: string;
    /** Allow or Deny. */
    access: string;
    protocol: string;
    priority: number;
    sources: Items<string>;
    destinationPorts: Items<string>;
  };
  "network.security-group-association": { subnet: Reference; securityGroup: Reference };
  "private-endpoint": Grouped & Tagged & { target: Reference; subresources: Items<string>; subnet: Reference };
  "dns-zone-group": Named & { endpoint: Reference; zones: Items<Reference> };
  "dns-zone": Grouped;
  "public-ip": Grouped & Tagged & { sku: string; allocation: string };
  "load-balancer": Grouped & Tagged & { sku: string };
}

/** A defect of a command that its own syntax shows. */
export interface CommandProblem {
  /** unknown-flag, not-a-dash, glued-flag, single-dash, missing-flag or not-a-setting. */
  readonly problem: string;
  readonly word: string;
  readonly replacement: string | undefined;
}

interface InputKinds {
  /** Any az command that was read, whatever else it means. */
  command: {
    /** The words after `az`, such as `ml compute attach`. */
    command: string;
    problems: Items<CommandProblem>;
  };
  /** A variable of a Terraform root in one environment, or a parameter of an ARM template. */
  variable: Named & {
    required: boolean;
    sensitive: boolean;
    nullable: boolean;
    /** Whether a variable file or the like sets it in this environment. */
    assigned: boolean;
    value: string;
    /** Why the value does not fit its type or fails its validation; absent where it fits. */
    failure: string;
  };
  /** One assignment in a variable file. */
  assignment: Named & {
    declared: boolean;
    /** The names that are declared. */
    known: Items<string>;
  };
  /** A variable or parameter file that fits no root. */
  "variable-file": { path: string };
}

/**
 * Every kind of resource the rules know, with its attributes as the rules see them. A mapping table says for each source
 * where an attribute is written; `data/defaults.json` says what it means when it is not.
 */
export interface Kinds
  extends MachineLearningKinds,
    KubernetesKinds,
    DependencyKinds,
    IdentityKinds,
    NetworkKinds,
    InputKinds {}

export type Kind = keyof Kinds;
