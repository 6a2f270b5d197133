import type { SettingsMap } from "./extension-settings.ts";
import type { Resource } from "./resource.ts";

type Extension = Resource<"extension">;

/** The text that sets a setting, in the language of the extension: `key = "value"`, `"key": "value"` or `key=value`. */
export function settingText(extension: Extension, key: string, value: string): string {
  const { source } = extension;
  if (source === "command") return `${key}=${value}`;
  if (source === "arm" || source === "settings") return `"${key}": "${value}"`;
  return `${/^[A-Za-z_][\w-]*$/.test(key) ? key : `"${key}"`} = "${value}"`;
}

const mapNames: Readonly<Record<string, Readonly<Record<SettingsMap, string>>>> = {
  azurerm: { settings: "configuration_settings", protectedSettings: "configuration_protected_settings" },
  command: { settings: "--config", protectedSettings: "--config-protected" },
  settings: { settings: "the settings file", protectedSettings: "the file of protected settings" },
};

const inAzure: Readonly<Record<SettingsMap, string>> = {
  settings: "configurationSettings",
  protectedSettings: "configurationProtectedSettings",
};

/** What the plain or the protected settings are called in the language of the extension. */
export function settingsMapName(extension: Extension, map: SettingsMap): string {
  return (mapNames[extension.source] ?? inAzure)[map];
}
