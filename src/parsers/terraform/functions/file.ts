import { entriesOf } from "../values/element.ts";
import { setValue } from "../values/set.ts";
import { boolType, dynamicType, setType, stringType } from "../values/type.ts";
import { failure, isMapping, type Outcome, stringValue, type TerraformValue, unknownValue } from "../values/value.ts";
import { encodeBase64, textOfUtf8 } from "./bytes.ts";
import type { Call } from "./call.ts";
import { anything, type Definitions, text, textFunction } from "./definition.ts";
import { fileBytes, missing, outside, projectPath } from "./file-access.ts";
import { filesMatching } from "./file-set.ts";

const path = [text("path")];

export const fileFunctions: Definitions = {
  file: { parameters: path, returns: stringType, run: readText },
  filebase64: {
    parameters: path,
    returns: stringType,
    run: (call) => {
      const bytes = fileBytes(call, call.text(0));
      return bytes instanceof Uint8Array ? call.textResult(encodeBase64(bytes)) : bytes;
    },
  },
  fileexists: {
    parameters: path,
    returns: boolType,
    run: (call) => {
      const found = projectPath(call, call.text(0));
      if (found === undefined) return outside(call, call.text(0));
      if (call.context.files.readBytes(found) !== undefined) return call.boolResult(true);
      const isDirectory = call.context.files.list(found).length > 0;
      return isDirectory ? failure(`${call.text(0)} is a directory`, 0) : call.boolResult(false);
    },
  },
  fileset: {
    parameters: [text("path"), text("pattern")],
    returns: setType(stringType),
    run: fileSet,
  },
  templatefile: {
    parameters: [text("path"), anything("vars", { unknown: true })],
    returns: dynamicType,
    run: templateFile,
  },
  templatestring: {
    parameters: [text("template"), anything("vars", { unknown: true })],
    returns: stringType,
    run: (call) => evaluateTemplate(call, call.text(0), undefined),
  },
  basename: textFunction(["path"], (value) => {
    const plain = withoutTrailingSlashes(value);
    return plain === "" ? (value === "" ? "." : "/") : plain.slice(plain.lastIndexOf("/") + 1);
  }),
  dirname: textFunction(["path"], (value) => cleanPath(value.slice(0, value.lastIndexOf("/") + 1))),
  abspath: {
    parameters: path,
    returns: stringType,
    run: (call) => {
      const value = call.text(0);
      if (value.startsWith("/")) return call.textResult(cleanPath(value));
      return unknownValue(
        stringType,
        { why: "the path of the project on the machine is not known", notNull: true },
        call.origin,
      );
    },
  },
  pathexpand: {
    parameters: path,
    returns: stringType,
    run: (call) => {
      if (!call.text(0).startsWith("~")) return call.textResult(call.text(0));
      if (call.text(0).length > 1 && call.text(0)[1] !== "/") return failure("another user's home is not known", 0);
      return unknownValue(stringType, { why: "the home directory is not known", notNull: true }, call.origin);
    },
  },
};

function withoutTrailingSlashes(value: string): string {
  let end = value.length;
  while (end > 0 && value[end - 1] === "/") end--;
  return value.slice(0, end);
}

/** The shortest path that means the same. */
export function cleanPath(value: string): string {
  const rooted = value.startsWith("/");
  const parts: string[] = [];
  for (const part of value.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (!rooted) parts.push("..");
  }
  return rooted ? `/${parts.join("/")}` : parts.join("/") || ".";
}

/** A pattern may begin with steps out of the directory. */
function fileSet(call: Call): Outcome {
  const start = /^(?:\.\.?\/)*/.exec(call.text(1))![0];
  const up = start.replaceAll(/(?<!\.)\.\//g, "");
  const directory = projectPath(call, `${call.text(0)}/${up}`);
  if (directory === undefined) return outside(call, call.text(0));
  const names = filesMatching(call.context.files, directory, call.text(1).slice(start.length));
  if (typeof names === "string") return failure(names, 1);
  const items = names.map((name) => stringValue(up + name, call.origin));
  return setValue(stringType, items, call.origin);
}

function readText(call: Call): Outcome {
  const bytes = fileBytes(call, call.text(0));
  if (!(bytes instanceof Uint8Array)) return bytes;
  const content = textOfUtf8(bytes);
  return content === undefined
    ? failure(`the file ${call.text(0)} is not a text in UTF-8`, 0)
    : call.textResult(content);
}

function templateFile(call: Call): Outcome {
  const found = projectPath(call, call.text(0));
  if (found === undefined) return outside(call, call.text(0));
  const bytes = call.context.files.readBytes(found);
  if (!bytes) return missing(call.text(0));
  const content = textOfUtf8(bytes);
  if (content === undefined) return failure(`the file ${call.text(0)} is not a text in UTF-8`, 0);
  return evaluateTemplate(call, content, found);
}

function evaluateTemplate(call: Call, content: string, file: string | undefined): Outcome {
  const given = call.args[1]!;
  if (given.form === "unknown") {
    const { kind } = given.type;
    if (kind !== "dynamic" && kind !== "map" && kind !== "object") return failure("a map or an object is required", 1);
    return call.unknown(file === undefined ? stringType : dynamicType);
  }
  if (!isMapping(given)) return failure("a map or an object is required", 1);
  const variables = new Map<string, TerraformValue>(entriesOf(given));
  for (const name of variables.keys()) {
    if (!/^[\p{ID_Start}][\p{ID_Continue}-]*$/u.test(name)) return failure(`"${name}" is no name for a variable`, 1);
  }
  return call.context.evaluateTemplate({ text: content, file, variables, at: call.at });
}
