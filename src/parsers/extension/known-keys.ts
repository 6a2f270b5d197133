import { extensionSettings, formerSetting } from "../../../data/extension-settings.ts";

/** The extension that this project is about, in small letters. */
export const extensionType = "microsoft.azureml.kubernetes";

/** Keys that other extensions may have as well. */
const shared = new Set(["openshift", "enable_https", "clusterPurpose"]);

let ownKeys: ReadonlySet<string> | undefined;

/** Whether a key is one that no other cluster extension has: where it stands, the settings are ours. */
export function isOwnKey(key: string): boolean {
  ownKeys ??= new Set(
    extensionSettings()
      .filter(({ name, layer }) => layer.startsWith("user") && !/[.<]/.test(name) && !shared.has(name))
      .map(({ name }) => name.toLowerCase()),
  );
  return ownKeys.has(key.toLowerCase()) || formerSetting(key) !== undefined;
}
