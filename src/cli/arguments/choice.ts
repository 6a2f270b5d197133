import { UsageError } from "../failure.ts";
import { suggestion } from "../nearest.ts";

/** One of the words that may stand there; `what` names them in the message. */
export function oneOf<T extends string>(text: string, choices: readonly T[], what: string): T {
  const choice = choices.find((candidate) => candidate === text);
  if (choice !== undefined) return choice;
  const near = suggestion(text, choices) || ` There are ${choices.slice(0, -1).join(", ")} and ${choices.at(-1)}.`;
  throw new UsageError(`There is no ${what} ${JSON.stringify(text)}.${near}`);
}
