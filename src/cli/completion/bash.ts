import type { CommandWords, Vocabulary } from "./vocabulary.ts";

/**
 * Bash breaks words at `=`, so the word is taken from the line as it was typed, and what bash would repeat is taken off
 * the answers. Written for bash 3.2 and later; `compopt` came with 4.0.
 */
export function bashCompletion({ commands, rules, severities }: Vocabulary): string {
  const names = commands.map((command) => command.name).filter((name) => name !== "");
  return `# Completes the words of ml-lint in bash. To load it: source <(ml-lint completion bash)
_ml_lint() {
  local IFS=$'\\n' typed=\${COMP_LINE:0:COMP_POINT} command= option= answers= answer skip=
  local word=\${typed##*[[:space:]]}
  local value=$word before=\${typed%"\${typed##*[[:space:]]}"}
  before=\${before%"\${before##*[![:space:]]}"}
  before=\${before##*[[:space:]]}
  case \${COMP_WORDS[1]} in
    ${names.join(" | ")}) ((COMP_CWORD > 1)) && command=\${COMP_WORDS[1]} ;;
  esac
  case $word in
    --*=*) option=\${word%%=*} value=\${word#*=} ;;
    -*) option=- ;;
    *) option=$before ;;
  esac
  local rules='${rules.join("\n")}'
  case "$command $option" in
${commands.flatMap(caseLines).join("\n")}
  esac
  COMPREPLY=()
  case $answers in
    @file) compopt -o default 2> /dev/null; return ;;
    @none) compopt +o default 2> /dev/null; return ;;
    @rule) answers=$rules ;;
    @setting)
      answers=\${rules//$'\\n'/=$'\\n'}=
      [[ $value == *=* ]] && answers=\${value%%=*}=${severities.join(`$'\\n'\${value%%=*}=`)} ;;
    @command)
      ((COMP_CWORD == 1)) && answers=${list(names)}
      compopt -o filenames 2> /dev/null
      COMPREPLY=($(compgen -f -- "$word")) ;;
  esac
  [[ $COMP_WORDBREAKS == *=* && $word == *=* ]] && skip=\${word%=*}=
  for answer in $answers; do
    answer=\${word%"$value"}$answer
    [[ $answer == "$word"* ]] || continue
    [[ $answer == *= ]] && compopt -o nospace 2> /dev/null
    COMPREPLY+=("\${answer#"$skip"}")
  done
}
complete -o default -F _ml_lint ml-lint
`;
}

/** What may follow a command's options, the names of the options, and anything else of it, in this order. */
function caseLines({ name, options, words }: CommandWords): string[] {
  const valued = options.filter((option) => option.value !== undefined);
  const byOption = valued.map(({ name: long, short, choices }) => {
    const written = [`--${long}`, ...(short === undefined ? [] : [`-${short}`])];
    const answers = choices === "rule" ? "@setting" : typeof choices === "string" ? `@${choices}` : listed(choices);
    return [written.map((option) => `"${name} ${option}"`).join(" | "), answers] as const;
  });
  const optionNames = options.flatMap(({ name: long, short, value }) => [
    `--${long}${value === undefined ? "" : "="}`,
    ...(short === undefined ? [] : [`-${short}`]),
  ]);
  const rest = name === "" ? "@command" : typeof words === "string" ? `@${words}` : listed(words);
  const cases = [...byOption, [`"${name} -"`, list(optionNames)] as const, [`"${name} "*`, rest] as const];
  return cases.map(([pattern, answers]) => `    ${pattern}) answers=${answers} ;;`);
}

function listed(words: readonly string[] | undefined): string {
  return words === undefined || words.length === 0 ? "@none" : list(words);
}

function list(words: readonly string[]): string {
  return `$'${words.join("\\n")}'`;
}
