import { retirements } from "../../data/retirements.ts";
import { defineRule } from "../../src/engine/rule.ts";

/** The commands that only version 1 has, by how they begin, and what does their work in version 2. */
const successors: readonly (readonly [start: string, successor: string])[] = [
  ["ml computetarget attach ", "az ml compute attach"],
  ["ml computetarget create ", "az ml compute create"],
  ["ml computetarget ", "az ml compute"],
  ["ml dataset ", "az ml data"],
  ["ml datastore attach-", "az ml datastore create"],
  ["ml endpoint realtime ", "az ml online-endpoint"],
  ["ml experiment ", "az ml job list"],
  ["ml folder ", "az configure --defaults workspace=… group=…"],
  ["ml model deploy", "az ml online-deployment create"],
  ["ml model profile", "az ml online-deployment create"],
  ["ml model register", "az ml model create"],
  ["ml pipeline ", "az ml job"],
  ["ml run ", "az ml job"],
  ["ml service ", "az ml online-endpoint"],
];

export default defineRule({
  on: "command",
  title: "A command of version 1 of the machine learning command line",
  severity: { production: "warning", "non-production": "warning", unclassified: "warning" },
  precision: "very-high",
  sources: ["command"],
  tags: ["retirement"],
  check(command, context) {
    const name = context.known(command.attributes.command);
    const ended = retirements["cli-v1"];
    const version1 = successors.find(([start]) => name?.startsWith(start));
    if (!version1 || context.today < ended.date) return;
    context.report({
      attribute: "command",
      message: `az ${name} is a command of version 1 of Azure Machine Learning's command line, which is out of support since ${ended.date}.`,
      help: `Use ${version1[1]} of version 2, which az extension add --name ml installs.`,
    });
  },
});
