import type { CommandWords, Vocabulary } from "./vocabulary.ts";

export function fishCompletion({ commands, rules, severities }: Vocabulary): string {
  const named = commands.filter((command) => command.name !== "");
  const names = named.map((command) => command.name).join(" ");
  const settings = "(string match -q '*=*' -- (commandline -ct); and __ml_lint_severities; or __ml_lint_settings)";
  const conditionOf = (name: string) =>
    name === "" ? `not __fish_seen_subcommand_from ${names}` : `__fish_seen_subcommand_from ${name}`;
  const lines = commands.flatMap((command) => [
    ...wordLines(command, conditionOf(command.name)),
    ...command.options.map((option) => optionLine(option, conditionOf(command.name), settings)),
  ]);
  return `# Completes the words of ml-lint in fish. To load it: ml-lint completion fish | source
function __ml_lint_rules
    printf '%s\\n' ${rules.join(" ")}
end
function __ml_lint_settings
    __ml_lint_rules | string replace -r '$' '='
end
function __ml_lint_severities
    set -l rule (commandline -ct | string replace -r '^--rule=' '' | string replace -r '=.*' '')
    printf "$rule=%s\\n" ${severities.join(" ")}
end
complete -c ml-lint -e
${named.map(({ name, says }) => `complete -c ml-lint -n '__fish_is_nth_token 1' -a ${name} -d ${quoted(says)}`).join("\n")}
${lines.join("\n")}
`;
}

/** Words other than options; where files are none, they are kept out. */
function wordLines({ words }: CommandWords, condition: string): string[] {
  if (words === "file") return [];
  const answers = words === "rule" ? "(__ml_lint_rules)" : words.join(" ");
  return [`complete -c ml-lint -n ${quoted(condition)} -f${answers === "" ? "" : ` -a ${quoted(answers)}`}`];
}

function optionLine(option: CommandWords["options"][number], condition: string, settings: string): string {
  const { name, short, value, choices, says } = option;
  const answers = choices === "rule" ? settings : typeof choices === "object" ? choices.join(" ") : "";
  const parts = [
    `complete -c ml-lint -n ${quoted(condition)}`,
    ...(short === undefined ? [] : [`-s ${short}`]),
    `-l ${name}`,
    ...(value === undefined ? [] : [choices === "file" ? "-rF" : "-x"]),
    ...(answers === "" ? [] : [`-a ${quoted(answers)}`]),
    ...(says === "" ? [] : [`-d ${quoted(says)}`]),
  ];
  return parts.join(" ");
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}
