import type { CommandWords, Vocabulary } from "./vocabulary.ts";

type Option = CommandWords["options"][number];

export function zshCompletion({ commands, rules, severities }: Vocabulary): string {
  const named = commands.filter((command) => command.name !== "");
  return `#compdef ml-lint
# Completes the words of ml-lint in zsh. To load it: source <(ml-lint completion zsh)
_ml_lint_rules() {
  local -a rules=(
${rules.map((rule) => `    ${rule}`).join("\n")}
  )
  compadd "$@" -a rules
}
_ml_lint_settings() {
  if compset -P 1 '*='; then
    compadd ${severities.join(" ")}
  else
    _ml_lint_rules -q -S '='
  fi
}
_ml_lint_commands() {
  local -a commands=(
${named.map(({ name, says }) => `    ${quoted(`${name}:${says}`)}`).join("\n")}
  )
  (( CURRENT == 2 )) && _describe command commands
  _files
}
_ml_lint() {
  case "$words[2]" in
${named.map((command) => commandCase(command)).join("\n")}
  esac
${argumentLines(commands.find((command) => command.name === "")!, "  ")}
}
if [ "$funcstack[1]" = "_ml_lint" ]; then _ml_lint "$@"; else compdef _ml_lint ml-lint; fi
`;
}

function commandCase(command: CommandWords): string {
  return `    ${command.name})
      if (( CURRENT > 2 )); then
        shift words
        (( CURRENT-- ))
${argumentLines(command, "        ")}
        return
      fi ;;`;
}

function argumentLines(command: CommandWords, indent: string): string {
  const specifications = [...command.options.flatMap(optionSpecification), wordSpecification(command)];
  return `${indent}_arguments -s -S ${specifications.map((line) => `\\\n${indent}  ${line}`).join(" ")}`;
}

function optionSpecification({ name, short, value, choices, repeatable, says }: Option): string {
  const explained = `[${says.replace(/[\\[\]:]/g, "\\$&")}]`;
  const argument = value === undefined ? "" : `:${name}:${actionOf(choices)}`;
  const long = `--${name}${value === undefined ? "" : "="}`;
  if (short === undefined) return quoted(`${repeatable ? "*" : ""}${long}${explained}${argument}`);
  const exclusive = repeatable ? "*" : `(-${short} --${name})`;
  return `${quoted(exclusive)}{-${short},${long}}${quoted(`${explained}${argument}`)}`;
}

function wordSpecification({ name, words }: CommandWords): string {
  if (name === "") return quoted("*:path:_ml_lint_commands");
  if (words === "file") return quoted("*:path:_files");
  if (words === "rule") return quoted("1:rule:_ml_lint_rules");
  return words.length === 0 ? "" : quoted(`1:${name}:(${words.join(" ")})`);
}

function actionOf(choices: Option["choices"]): string {
  if (choices === "file") return "_files";
  if (choices === "rule") return "_ml_lint_settings";
  return choices === undefined ? " " : `(${choices.join(" ")})`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
