import type { Declaration } from "../../model/resource.ts";
import type { Tree } from "../../model/tree.ts";
import { extensionType, isOwnKey } from "./known-keys.ts";

/**
 * Keeps, of the commands for cluster extensions, those about ours: a `create` whose type is ours or not known, any command
 * with a setting that only ours has, and an `update` of an extension that a kept `create` installs.
 */
export function concerningCommands(declarations: readonly Declaration[]): Declaration[] {
  const extensions = declarations.filter(isExtensionCommand);
  const names = new Set<string>();
  for (const declaration of extensions) {
    const name = textOf(declaration, "name");
    if (declaration.type === "k8s-extension create" && namesType(declaration) && name) names.add(name.toLowerCase());
  }
  return declarations.filter((declaration) => !isExtensionCommand(declaration) || concerns(declaration, names));
}

function isExtensionCommand(declaration: Declaration): boolean {
  return declaration.type.startsWith("k8s-extension ");
}

function concerns(declaration: Declaration, names: ReadonlySet<string>): boolean {
  if (namesType(declaration)) return true;
  if (textOf(declaration, "extension-type") !== undefined) return false;
  if (declaration.body.entries.get("extension-type")?.value.form === "undecided") return true;
  if (hasOwnKey(declaration)) return true;
  const name = textOf(declaration, "name");
  return declaration.type !== "k8s-extension create" && name !== undefined && names.has(name.toLowerCase());
}

function namesType(declaration: Declaration): boolean {
  return textOf(declaration, "extension-type")?.toLowerCase() === extensionType;
}

function hasOwnKey(declaration: Declaration): boolean {
  return ["settings", "protected-settings"].some((name) => {
    const settings = declaration.body.entries.get(name)?.value;
    return settings?.form === "mapping" && [...settings.entries.keys()].some(isOwnKey);
  });
}

function textOf(declaration: Declaration, name: string): string | undefined {
  const tree: Tree | undefined = declaration.body.entries.get(name)?.value;
  return tree?.form === "leaf" && typeof tree.value === "string" ? tree.value : undefined;
}
