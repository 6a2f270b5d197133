import { type Context, defineRule } from "../../src/engine/rule.ts";
import { type Reference, sameText, type Text } from "../../src/model/reference.ts";
import type { Resource } from "../../src/model/resource.ts";
import { textOfValue } from "../../src/model/resource-match.ts";

type Lock = Resource<"lock">;
type Workspace = Resource<"workspace">;

export default defineRule({
  on: "lock",
  title: "A lock keeps the computes of a workspace from scaling",
  severity: { production: "warning", "non-production": "warning", unclassified: "warning" },
  precision: "high",
  sources: ["terraform", "arm"],
  tags: ["correctness"],
  check(lock, context) {
    const workspace = lockedWorkspace(lock, context);
    if (!workspace) return;
    const level = context.known(lock.attributes.level);
    context.report({
      attribute: "scope",
      message: `${context.subject} locks ${workspace.identity.address}${level === undefined ? "" : ` (${context.state("level")})`}, and its compute clusters can no longer add or remove nodes.`,
      help: "Remove the lock, or lock the storage, the registry and the vault one by one instead.",
    });
  },
});

function lockedWorkspace(lock: Lock, context: Context<"lock">): Workspace | undefined {
  const scope = context.known(lock.attributes.scope);
  if (scope === undefined) return besides(lock, context);
  const [workspace] = context.follow(lock.attributes.scope, "workspace");
  return workspace ?? workspaceInGroup(groupName(scope, lock, context), context);
}

/** In a template, what names no scope locks the group to which the template is deployed. */
function besides(lock: Lock, context: Context<"lock">): Workspace | undefined {
  if (lock.source !== "arm") return undefined;
  const { root, module } = lock.identity;
  return context
    .all("workspace")
    .find(({ identity, existence }) => identity.root === root && identity.module === module && existence.certain);
}

function groupName(scope: Reference, lock: Lock, context: Context<"lock">): Text | undefined {
  if (scope.by === "id") return scope.id.type === "Microsoft.Resources/resourceGroups" ? scope.id.names[0] : undefined;
  const [group] = context.follow(lock.attributes.scope, "resource-group");
  return group && textOfValue(group.attributes.name);
}

function workspaceInGroup(group: Text | undefined, context: Context<"lock">): Workspace | undefined {
  if (group === undefined) return undefined;
  return context.all("workspace").find(({ attributes, existence }) => {
    const own = textOfValue(attributes.group);
    return existence.certain && own !== undefined && sameText(own, group) === true;
  });
}
