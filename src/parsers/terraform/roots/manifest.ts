/** The directories of installed modules by the path of calls, as `terraform init` writes them in modules.json. */
export function readManifest(text: string): ReadonlyMap<string, string> {
  const directories = new Map<string, string>();
  for (const { Key, Dir } of modulesOf(text)) {
    if (typeof Key === "string" && typeof Dir === "string") directories.set(Key, Dir);
  }
  return directories;
}

function modulesOf(text: string): readonly { Key?: unknown; Dir?: unknown }[] {
  try {
    const manifest: unknown = JSON.parse(text);
    const modules = typeof manifest === "object" && manifest !== null && "Modules" in manifest ? manifest.Modules : [];
    return Array.isArray(modules) ? modules.filter((module) => typeof module === "object" && module !== null) : [];
  } catch {
    return [];
  }
}
