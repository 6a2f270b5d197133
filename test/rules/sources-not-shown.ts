/** Something that pages do not show of a source though its words would do, with the reason. */
export interface NotShown {
  readonly rules: readonly string[];
  /** A source and a verdict: `command bad`. */
  readonly lacks: readonly string[];
  readonly because: string;
}

/** Neither a bad nor a good example of some sources. */
function neither(...sources: readonly string[]): string[] {
  return sources.flatMap((source) => [`${source} bad`, `${source} good`]);
}

export const notShown: readonly NotShown[] = [
  {
    rules: [
      "extension/ineffective-setting",
      "extension/internal-lb-misused",
      "extension/no-workload",
      "extension/public-load-balancer",
      "extension/router-ha-too-few-nodes",
      "extension/router-not-ha",
      "extension/router-service-type-missing",
      "extension/secret-in-plain-settings",
      "extension/ssl-cname-missing",
      "extension/ssl-conflict",
      "extension/ssl-missing",
    ],
    lacks: neither("settings"),
    because:
      "a file that no command names may hold only some of the settings, and does not say whether they are protected; with its command it is judged as the command",
  },
  {
    rules: ["extension/cli-computed-setting-missing", "extension/cli-only-setting"],
    lacks: neither("command", "settings"),
    because: "they are about what the CLI does for its own commands and for nobody else",
  },
  {
    rules: ["extension/ssl-conflict"],
    lacks: neither("azurerm", "azapi", "arm"),
    because: "only the CLI reads PEM files; elsewhere extension/cli-only-setting speaks of them",
  },
  {
    rules: ["extension/wrong-cluster-type"],
    lacks: neither("azapi", "arm"),
    because: "the id of the scope names type and cluster at once, so that they cannot differ",
  },
  {
    rules: ["attach/v1-command"],
    lacks: neither("azureml"),
    because: "no YAML of version 1 is read: a file is of the kind only where the command that names it is malformed",
  },
  {
    rules: ["compute/invalid-idle-duration"],
    lacks: neither("command", "azureml"),
    because: "az ml counts seconds and takes no duration",
  },
  {
    rules: ["compute/mixed-identity"],
    lacks: neither("command", "azureml"),
    because: "az ml takes one of two words for the identity of a compute, and none for both",
  },
  {
    rules: ["environment/unused-file"],
    lacks: ["terraform good"],
    because: "a file that is used is no resource that could be looked at",
  },
  {
    rules: ["environment/weaker-production"],
    lacks: neither("command", "azureml"),
    because: "a script or a YAML file is of one environment, so that there is nothing beside it to compare",
  },
  {
    rules: ["inference/cluster-replaced"],
    lacks: ["azapi good", ...neither("arm", "command", "azureml")],
    because: "only a plan says that something is replaced",
  },
  {
    rules: ["extension/malformed-command"],
    lacks: ["azureml good"],
    because: "a file is of the kind only where the command that names it is malformed",
  },
  {
    rules: ["inference/cross-subscription"],
    lacks: neither("arm", "command"),
    because: "the workspace is named there by its name, in the subscription of whoever deploys",
  },
  {
    rules: ["inference/legacy-attach"],
    lacks: ["azurerm good", "azapi good", "arm good"],
    because: "every attachment of the kind is reported: what is good is of another kind",
  },
  {
    rules: ["inference/legacy-attach"],
    lacks: neither("command"),
    because: "attach/v1-command speaks of the command",
  },
  {
    rules: ["naming/missing-tags"],
    lacks: neither("command", "azureml"),
    because: "tags of what az makes are often set by a policy or a later command, so that it is not judged",
  },
  {
    rules: ["secret/literal"],
    lacks: ["terraform bad"],
    because: "a literal in a variable is reported at the resource that it reaches",
  },
  {
    rules: ["workspace/no-diagnostics", "workspace/no-private-endpoint"],
    lacks: neither("command", "azureml"),
    because: "no tool of az ml makes diagnostic settings or endpoints: they are made elsewhere",
  },
  {
    rules: ["workspace/no-primary-identity"],
    lacks: neither("command"),
    because: "az ml workspace create has no option for the kind of identity",
  },
];
