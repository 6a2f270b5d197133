/** The extension that this project is about, in small letters. */
export const extensionType = "microsoft.azureml.kubernetes";

/** Keys that no other cluster extension has: where one stands, the settings are ours. */
const ownKeys = new Set(
  [
    ...["enableTraining", "enableInference", "allowInsecureConnections", "inferenceRouterServiceType"],
    ...["internalLoadBalancerProvider", "inferenceRouterHA", "inferenceLoadBalancerHA", "privateEndpointNodeport"],
    ...["privateEndpointILB", "installNvidiaDevicePlugin", "installDcgmExporter", "installPromOp", "installVolcano"],
    ...["sslCname", "sslSecret", "sslCertPemFile", "sslKeyPemFile", "isAKSMigration", "logAnalyticsWS"],
    ...["relayServerConnectionString", "serviceBusConnectionString", "scoringFe.sslCert", "scoringFe.sslKey"],
  ].map((key) => key.toLowerCase()),
);

export function isOwnKey(key: string): boolean {
  return ownKeys.has(key.toLowerCase());
}
