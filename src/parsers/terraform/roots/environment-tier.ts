import { type Environment, environmentNamed, tierOfName } from "../../../model/environment.ts";
import type { InstanceKey } from "../evaluate/instances.ts";
import type { RootEvaluation } from "../evaluate/root-evaluation.ts";
import { isMapping, type TerraformValue } from "../values/value.ts";

const tellingNames = ["environment", "env", "stage"];
const tagNames = ["tags", "default_tags", "common_tags"];

/** An environment with its tier: by its name, else by a variable, local or tag that says which environment it is. */
export function environmentOf(name: string, root: RootEvaluation, index: number): Environment {
  if (tierOfName(name) !== undefined) return environmentNamed(name);
  return root.run.within(index, () => environmentNamed(name, hintIn(root)));
}

function hintIn(root: RootEvaluation): string | undefined {
  const { module, run } = root;
  const contentOf = (name: string) => module.variable(name)?.read(run).value ?? module.local(name)?.read(run);
  for (const name of tellingNames) {
    const text = textOf(contentOf(name));
    if (text !== undefined) return text;
  }
  for (const name of tagNames) {
    const text = tagIn(contentOf(name));
    if (text !== undefined) return text;
  }
  return hintInResources(root);
}

/** How many resources are asked for the tag that says which environment they are in. */
const mostAsked = 50;

function hintInResources({ module, run }: RootEvaluation): string | undefined {
  let asked = 0;
  for (const [address, { content, broken }] of module.syntax.resources) {
    if (broken || !content.attribute("tags") || ++asked > mostAsked) continue;
    const block = module.block(address);
    const keys = block?.keys(run) ?? [];
    if (!block || keys.length === 0) continue;
    const text = tagIn(
      block
        .instance(keys[0] as InstanceKey | null)
        .body.attribute("tags")
        ?.read(run),
    );
    if (text !== undefined) return text;
  }
  return undefined;
}

function tagIn(tags: TerraformValue | undefined): string | undefined {
  if (!tags || !isMapping(tags)) return undefined;
  for (const [key, value] of tags.entries) {
    if (tellingNames.includes(key.toLowerCase())) return textOf(value);
  }
  return undefined;
}

function textOf(value: TerraformValue | undefined): string | undefined {
  return value?.form === "string" ? value.value : undefined;
}
