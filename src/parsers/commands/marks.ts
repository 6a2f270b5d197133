/**
 * A file is read only when its bytes hold one of the marks of its language; no mark depends on how words are spaced
 * beyond a single blank.
 */
const az = ["k8s-extension", "az ml ", "provider register", "aks create", "aks nodepool add", "connectedk8s connect"];
const kubernetes = ["amlarc.azureml.com"];
const azureml = [
  ...["azuremlschemas", "azureml:", "amlcompute", "computeinstance", "instance_type", "endpoint_name", "auth_mode"],
  ...["AmlCompute", "ComputeInstance", "hbi_workspace", "application_insights", "managed_network", "resource_id"],
  ...["azure_blob", "azure_file", "azure_data_lake_gen", "one_lake", "min_instances", "max_instances"],
];
const settings = [
  ...["enableTraining", "enableInference", "allowInsecureConnections", "inferenceRouterServiceType", "sslCname"],
  ...["sslSecret", "sslCertPemFile", "sslKeyPemFile", "inferenceRouterHA", "internalLoadBalancerProvider"],
  ...["installNvidiaDevicePlugin", "installPromOp", "installVolcano", "installDcgmExporter"],
];

/** Pipelines, and scripts inside other files. */
export const commandMarks: readonly string[] = az;

/** Shell scripts, PowerShell and Markdown; a here-document may hold YAML. */
export const scriptMarks: readonly string[] = [...az, ...kubernetes];

/** YAML: pipelines with commands, Kubernetes resources, `az ml` files. */
export const yamlMarks: readonly string[] = [...az, ...kubernetes, ...azureml];

/** JSON files of settings for the extension. */
export const settingsMarks: readonly string[] = settings;

/** Whether a text holds one of the marks. */
export function hasMark(text: string, marks: readonly string[]): boolean {
  return marks.some((mark) => text.includes(mark));
}
