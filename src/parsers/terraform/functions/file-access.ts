import { resolvePath } from "../../../model/project-path.ts";
import { dynamicType } from "../values/type.ts";
import { failure, type Outcome } from "../values/value.ts";
import type { Call } from "./call.ts";

/** The path of a file from the project root; undefined if it leaves the project. */
export function projectPath(call: Call, path: string): string | undefined {
  if (path.startsWith("/") || path.startsWith("~") || /^[A-Za-z]:[\\/]/.test(path)) return undefined;
  return resolvePath(call.context.directory, path);
}

/** What a function gives that was asked for a file outside the project. */
export function outside(call: Call, path: string): Outcome {
  return call.unknown(dynamicType, { why: `the file ${path} is outside the project` });
}

export function fileBytes(call: Call, path: string): Uint8Array | Outcome {
  const inProject = projectPath(call, path);
  if (inProject === undefined) return outside(call, path);
  return call.context.files.readBytes(inProject) ?? missing(path);
}

export function missing(path: string): Outcome {
  return failure(`there is no file ${path}`, 0);
}
