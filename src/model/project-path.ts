/** Paths within the project: relative to its root, with `/`; "" is the root itself. */

export function directoryOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : path.slice(0, slash);
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

export function within(directory: string, name: string): string {
  return directory === "" ? name : `${directory}/${name}`;
}

/** A relative path (`../ml`) seen from a directory; undefined when it leads out of the project. */
export function resolvePath(directory: string, relative: string): string | undefined {
  const components = directory === "" ? [] : directory.split("/");
  for (const component of relative.split("/")) {
    if (component === "" || component === ".") continue;
    if (component !== "..") components.push(component);
    else if (components.pop() === undefined) return undefined;
  }
  return components.join("/");
}

/** The way from one directory to a path inside it. */
export function pathBelow(directory: string, path: string): string | undefined {
  if (directory === "") return path;
  return path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : undefined;
}
