import { knownText, parseResourceId, type Reference, type Text } from "../../model/reference.ts";
import type { Piece } from "../../model/tree.ts";
import { pairs, settings } from "./collections.ts";
import { either, type Field, knownOf, locateFirst, mapped, type Reading, unfit, unknownOf } from "./field.ts";
import { namedReference, reference, references, textOf } from "./references.ts";
import { choice, string } from "./scalars.ts";
import { pathOf } from "./scope.ts";

/** Groups of attributes that every resource of a source writes alike. */

export const identityTypes = ["None", "SystemAssigned", "UserAssigned", "SystemAssigned,UserAssigned"] as const;

/** In azurerm. */
export const azurerm = {
  name: { name: string("name") },
  group: { group: string("resource_group_name") },
  tagged: { location: string("location"), tags: settings("tags") },
  identity: { identityType: choice(identityTypes, "identity.type"), identityIds: references("identity.identity_ids") },
};

/** In ARM templates and azapi: names hold those of their parents, groups stand in ids. */
export const arm = {
  name: { name: lastOfName() },
  group: { group: groupOfId() },
  tagged: { location: string("location"), tags: settings("tags") },
  identity: {
    identityType: choice(identityTypes, "identity.type"),
    identityIds: references("identity.userAssignedIdentities"),
  },
};

/** In az commands. */
export const command = {
  name: { name: string("name") },
  group: { group: string("resource-group") },
  tagged: { location: string("location"), tags: pairs("tags") },
  identity: {
    identityType: choice(identityTypes, "identity-type"),
    identityIds: references("user-assigned-identities"),
  },
};

/** In `az ml` YAML. */
export const azureml = {
  name: { name: string("name") },
  group: { group: string("resource_group", "resource-group") },
  tagged: { location: string("location"), tags: settings("tags") },
  identity: {
    identityType: choice(identityTypes, "identity.type"),
    identityIds: references("identity.user_assigned_identities", "resource_id"),
  },
};

/** The parent of a child resource in ARM: its id, in azapi `parent_id`, else the name before the last slash. */
export function armParent(): Field<Reference> {
  return either(reference("parent", "parent_id"), parentOfName());
}

/** A resource further up than the parent, by the number of names in its id. */
export function armAncestor(depth: number): Field<Reference> {
  return mapped(armParent(), (parent) => {
    if (parent.by !== "id" || parent.id.names.length <= depth) return parent;
    const type = parent.id.type
      .split("/")
      .slice(0, depth + 1)
      .join("/");
    return { by: "id", id: { ...parent.id, type, names: parent.id.names.slice(0, depth) } };
  });
}

/** The resource that an extension resource is about: its scope, in azapi `parent_id`. */
export function armScope(): Field<Reference> {
  return reference("scope", "parent_id", "parent");
}

/** The workspace that a command or a YAML file names. */
export function namedWorkspace(): Field<Reference> {
  return either(namedReference("workspace-name", "resource-group"), namedReference("workspace_name", "resource_group"));
}

/** What azapi only changes or looks up by its id is named there alone. */
function lastOfName(): Field<string> {
  return either(
    textField(["name"], (text) => splitAtLastSlash(text).last),
    textField(["id"], (text) => parseResourceId(text)?.names.at(-1)),
  );
}

function groupOfId(): Field<string> {
  return textField(["id", "parent_id"], (text) => parseResourceId(text)?.group);
}

/** Part of a text: known when all of that part is. */
function textField(spellings: readonly string[], pick: (text: Text) => Text | undefined): Field<string> {
  const paths = spellings.map(pathOf);
  return {
    paths,
    read(scope): Reading<string> {
      const located = locateFirst(scope, paths);
      if (!located.written) return { state: "absent", at: located.header };
      const { tree, key } = located;
      const whole = textOf(tree);
      const part = whole && pick(whole);
      const why = tree.form === "undecided" ? tree.why : `${spellings[0]} does not say`;
      if (part === undefined) return unfit(tree, key, why);
      const known = knownText(part);
      return known === undefined ? { ...unfit(tree, key, why), pieces: part } : knownOf(tree, key, known);
    },
  };
}

function parentOfName(): Field<Reference> {
  const paths = [pathOf("name")];
  return {
    paths,
    read(scope) {
      const located = locateFirst(scope, paths);
      if (!located.written) return { state: "absent", at: located.header };
      const { tree, key } = located;
      const { before } = splitAtLastSlash(textOf(tree) ?? []);
      if (before !== undefined) return knownOf(tree, key, { by: "name", name: splitAtLastSlash(before).last });
      return tree.form === "undecided" ? unknownOf(tree, key) : { state: "absent", at: located.header };
    },
  };
}

function splitAtLastSlash(text: Text): { before: Text | undefined; last: Text } {
  const index = text.findLastIndex((piece) => typeof piece === "string" && piece.includes("/"));
  if (index < 0) return { before: undefined, last: text };
  const piece = text[index] as string;
  const slash = piece.lastIndexOf("/");
  const keep = (pieces: readonly Piece[]) => pieces.filter((kept) => kept !== "");
  return {
    before: keep([...text.slice(0, index), piece.slice(0, slash)]),
    last: keep([piece.slice(slash + 1), ...text.slice(index + 1)]),
  };
}
