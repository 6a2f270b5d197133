import { allNearest } from "../src/model/nearest.ts";
import table from "./roles.json" with { type: "json" };

/** A built-in role of Azure. */
export interface Role {
  readonly name: string;
  readonly id: string;
  /** What it lets do: owner, contributor, access-admin, reader, keys, data-plane, ml-user, k8s-admin … */
  readonly class: string;
  readonly privileged?: boolean;
  /** Former names. */
  readonly aliases?: readonly string[];
}

const roles = table.roles as readonly Role[];
let byName: ReadonlyMap<string, Role> | undefined;
let byId: ReadonlyMap<string, Role> | undefined;

/** A role by its name or a former one; case does not count. */
export function roleNamed(name: string): Role | undefined {
  byName ??= new Map(
    roles.flatMap((role) => [role.name, ...(role.aliases ?? [])].map((spelling) => [spelling.toLowerCase(), role])),
  );
  return byName.get(name.toLowerCase());
}

/** A role by its GUID. */
export function roleWithId(id: string): Role | undefined {
  byId ??= new Map(roles.map((role) => [role.id.toLowerCase(), role]));
  return byId.get(id.toLowerCase());
}

/** The roles that a misspelt name most probably means: none, one, or several equally near ones. */
export function nearestRoles(name: string): readonly string[] {
  return allNearest(
    name,
    roles.map((role) => role.name),
  );
}
