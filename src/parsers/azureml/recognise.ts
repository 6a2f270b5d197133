import type { Mapping, Tree } from "../../model/tree.ts";

/** The `az ml` schemas, by the name in their address, and what they describe. */
const schemas: ReadonlyMap<string, string> = new Map([
  ["amlcompute", "compute/amlcompute"],
  ["computeinstance", "compute/computeinstance"],
  ["kubernetescompute", "compute/kubernetes"],
  ["vmcompute", "compute/virtualmachine"],
  ["synapsesparkcompute", "compute/synapsespark"],
  ["workspace", "workspace"],
  ["hub", "workspace"],
  ["project", "workspace"],
  ["featurestore", "workspace"],
  ["registry", "registry"],
  ["managedonlineendpoint", "onlineEndpoint"],
  ["kubernetesonlineendpoint", "onlineEndpoint"],
  ["onlineendpoint", "onlineEndpoint"],
  ["managedonlinedeployment", "onlineDeployment/managed"],
  ["kubernetesonlinedeployment", "onlineDeployment/kubernetes"],
  ["batchendpoint", "batchEndpoint"],
  ["batchdeployment", "batchDeployment"],
  ["modelbatchdeployment", "batchDeployment"],
  ["pipelinecomponentbatchdeployment", "batchDeployment"],
  ["azureblob", "datastore/azure_blob"],
  ["azurefile", "datastore/azure_file"],
  ["azuredatalakegen1", "datastore/azure_data_lake_gen1"],
  ["azuredatalakegen2", "datastore/azure_data_lake_gen2"],
  ["onelake", "datastore/one_lake"],
]);

const computeTypes = new Set(["amlcompute", "computeinstance", "kubernetes", "virtualmachine", "synapsespark"]);
const datastoreTypes = new Set([
  "azure_blob",
  "azure_file",
  "azure_data_lake_gen1",
  "azure_data_lake_gen2",
  "one_lake",
]);

/** What a YAML document of `az ml` describes: by its `$schema`, else by its content; undefined when it is none. */
export function typeOf(root: Tree): string | undefined {
  if (root.form !== "mapping") return undefined;
  const schema = textOf(root, "$schema");
  return (schema === undefined ? undefined : typeOfSchema(schema)) ?? typeOfContent(root);
}

function typeOfSchema(address: string): string | undefined {
  const name = /([A-Za-z0-9]{1,60})\.schema\.json/.exec(address)?.[1]?.toLowerCase();
  if (name === undefined || !/azureml|machinelearning/i.test(address)) return undefined;
  const type = schemas.get(name);
  if (type) return type;
  if (name.endsWith("component")) return "component";
  if (name === "schedule") return undefined;
  return name.endsWith("job") ? "job" : undefined;
}

/** Files without a schema: each kind has keys that hardly anything else has together. */
function typeOfContent(root: Mapping): string | undefined {
  const has = (key: string) => root.entries.has(key);
  const type = textOf(root, "type")?.toLowerCase() ?? "";
  if (has("apiVersion") || has("kind")) return undefined;
  if (has("endpoint_name")) return typeOfDeployment(root, type);
  if (has("name") && computeTypes.has(type)) return `compute/${type}`;
  if (has("name") && datastoreTypes.has(type)) return `datastore/${type}`;
  if (has("name") && has("auth_mode")) return has("defaults") ? "batchEndpoint" : "onlineEndpoint";
  if (has("name") && isWorkspace(root)) return "workspace";
  if (has("command") && has("version") && (has("code") || has("inputs"))) return "component";
  return isJob(root) ? "job" : undefined;
}

function typeOfDeployment(root: Mapping, type: string): string {
  if (["mini_batch_size", "output_action", "error_threshold"].some((key) => root.entries.has(key)))
    return "batchDeployment";
  if (root.entries.has("compute") && !root.entries.has("instance_type")) return "batchDeployment";
  return type === "kubernetes" ? "onlineDeployment/kubernetes" : "onlineDeployment/managed";
}

const workspaceKeys = ["hbi_workspace", "application_insights", "managed_network", "image_build_compute", "key_vault"];

function isWorkspace(root: Mapping): boolean {
  return (
    workspaceKeys.some((key) => root.entries.has(key)) &&
    (root.entries.has("location") || root.entries.has("key_vault"))
  );
}

function isJob(root: Mapping): boolean {
  const has = (key: string) => root.entries.has(key);
  const resources = root.entries.get("resources")?.value;
  const compute = textOf(root, "compute") ?? "";
  if (has("jobs")) return [...steps(root)].some(([, step]) => isJob(step));
  return has("command") && (compute.startsWith("azureml:") || hasInstanceType(resources)) && has("environment");
}

function hasInstanceType(tree: Tree | undefined): boolean {
  return tree?.form === "mapping" && tree.entries.has("instance_type");
}

/** The jobs that a pipeline job holds, by name. */
export function* steps(root: Mapping): Generator<[string, Mapping]> {
  const jobs = root.entries.get("jobs")?.value;
  if (jobs?.form !== "mapping") return;
  for (const [name, { value }] of jobs.entries) if (value.form === "mapping") yield [name, value];
}

export function textOf(root: Mapping, key: string): string | undefined {
  const tree = root.entries.get(key)?.value;
  return tree?.form === "leaf" && typeof tree.value === "string" ? tree.value : undefined;
}
