import type { Environment } from "../../model/environment.ts";
import type { Declaration, Existence } from "../../model/resource.ts";
import type { Mapping, Tree } from "../../model/tree.ts";
import { type Names, uniqueAddress } from "../commands/names.ts";
import { steps, textOf, typeOf } from "./recognise.ts";

/*
 * The body of a declaration of source "azureml" is the YAML as written; its type is one of `compute/<type>`,
 * `workspace`, `registry`, `onlineEndpoint`, `onlineDeployment/<managed or kubernetes>`, `batchEndpoint`,
 * `batchDeployment`, `datastore/<type>`, `job`, `component`. The steps of a pipeline job are jobs of their own when they
 * say where or on what they run. Where a command names the file, its options stand in the body in place of what the file
 * says, and also `resource-group`, `workspace-name` and `malformed`, as in the body of a command.
 */

export interface YamlContext {
  readonly environment: Environment;
  readonly existence: Existence;
  readonly names: Names;
  /** Changes the body by the options of the command that names the file. */
  readonly override?: (body: Mapping) => Mapping;
  /** The address that a document had when the same was declared of it first: several commands may name one file. */
  readonly firstAddress?: (body: Mapping, address: string) => string;
}

/** The declarations of one document of `az ml` YAML; none when it is something else. */
export function declareAzureml(root: Tree, context: YamlContext): Declaration[] {
  const type = typeOf(root);
  if (type === undefined || root.form !== "mapping") return [];
  const body = context.override?.(root) ?? root;
  const declarations = [declare(type, body, context)];
  if (type !== "job" && type !== "component") return declarations;
  for (const [name, step] of steps(root)) {
    if (step.entries.has("resources") || step.entries.has("compute"))
      declarations.push(declare("job", step, context, name));
  }
  return declarations;
}

function declare(type: string, body: Mapping, context: YamlContext, step?: string): Declaration {
  const name = step ?? textOf(body, "name");
  const address = uniqueAddress(context.names, name === undefined ? type : `${type} ${name}`);
  return {
    source: "azureml",
    type,
    versions: [],
    identity: { root: body.at.file, module: "", address, block: context.firstAddress?.(body, address) ?? address },
    environment: context.environment,
    existence: context.existence,
    existing: false,
    at: body.at,
    header: body.header,
    body,
    calls: [],
  };
}
