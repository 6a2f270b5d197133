import { roleNamed, roleWithId } from "../../data/roles.ts";
import type { Context } from "../../src/engine/rule.ts";
import { defineRule } from "../../src/engine/rule.ts";
import { knownText } from "../../src/model/reference.ts";
import type { Resource } from "../../src/model/resource.ts";

const rulingRoles = new Set(["Owner", "User Access Administrator", "Role Based Access Control Administrator"]);

export default defineRule({
  on: "role.assignment",
  title: "A role that lets do more than Azure ML needs",
  severity: { production: "warning", "non-production": "note", unclassified: "warning" },
  precision: "high",
  securitySeverity: 6.5,
  sources: ["terraform", "arm"],
  tags: ["security", "identity"],
  check(assignment, context) {
    const granted = grantedRole(assignment, context);
    if (granted === undefined) return;
    const { attribute, name } = granted;
    if (rulingRoles.has(name) && !limitsAssignments(assignment, context)) {
      context.report({
        attribute,
        message: `${context.subject} grants ${name}, which lets its holder give itself and others any right.`,
        help: "Assign a role for the task instead, such as AzureML Data Scientist or AzureML Compute Operator.",
      });
      return;
    }
    if (name !== "Contributor" && name !== "Owner") return;
    const scope = scopeOf(assignment, context);
    if (scope === undefined) return;
    context.report({
      attribute,
      ...(scope === "workspace" && { level: "note" as const }),
      message: `${context.subject} grants ${name} on ${words[scope]}, which lets its holder change and delete ${scope === "workspace" ? "it" : "everything in it"}.`,
      help: "Assign AzureML Data Scientist or AzureML Compute Operator on the workspace instead.",
    });
  },
});

type Assignment = Resource<"role.assignment">;
type AssignmentContext = Context<"role.assignment">;

/** Whether a condition says which roles the holder may assign. */
function limitsAssignments({ attributes }: Assignment, context: AssignmentContext): boolean {
  const condition = context.written(attributes.condition);
  return condition !== undefined && /roleAssignments/i.test(condition);
}

/** The built-in role that is granted, and where it is written; undefined for a custom one. */
function grantedRole({ attributes }: Assignment, context: AssignmentContext) {
  const written = context.written(attributes.role);
  if (written !== undefined) return named("role", roleNamed(written)?.name);
  const reference = context.written(attributes.roleId);
  if (reference === undefined) return undefined;
  if (reference.by === "address") {
    const [definition] = context.follow(attributes.roleId, "role.definition");
    const name = definition && context.written(definition.attributes.name);
    return named("roleId", name === undefined ? undefined : roleNamed(name)?.name);
  }
  const id = reference.by === "id" ? reference.id.names.at(-1) : reference.name;
  const guid = id && knownText(id);
  return named("roleId", guid === undefined ? undefined : roleWithId(guid)?.name);
}

function named(attribute: "role" | "roleId", name: string | undefined) {
  return name === undefined ? undefined : { attribute, name };
}

type WideScope = "workspace" | "resource-group" | "subscription" | "management-group" | "deployment";

const words: Readonly<Record<WideScope, string>> = {
  workspace: "a workspace",
  "resource-group": "a resource group",
  subscription: "a subscription",
  "management-group": "a management group",
  deployment: "the resource group or subscription that is deployed to",
};

const scopesByType: ReadonlyMap<string, WideScope> = new Map([
  ["microsoft.machinelearningservices/workspaces", "workspace"],
  ["microsoft.resources/resourcegroups", "resource-group"],
  ["microsoft.resources/subscriptions", "subscription"],
  ["microsoft.management/managementgroups", "management-group"],
]);

/** A scope that holds a workspace or more; without one, an assignment in ARM is on what is deployed to. */
function scopeOf({ source, attributes }: Assignment, context: AssignmentContext): WideScope | undefined {
  const scope = context.known(attributes.scope);
  if (scope === undefined) return source === "arm" ? "deployment" : undefined;
  if (scope.by === "id") return scopesByType.get(scope.id.type.toLowerCase());
  const kinds = ["workspace", "resource-group", "subscription", "management-group"] as const;
  return kinds.find((kind) => context.follow(attributes.scope, kind).length > 0);
}
