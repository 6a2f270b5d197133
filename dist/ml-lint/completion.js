import"./rolldown-runtime.js";import{L as e,Q as t}from"./command.js";import"./usage.js";function n({commands:e,rules:t,severities:n}){let i=e.map(e=>e.name).filter(e=>e!==``);return`# Completes the words of ml-lint in bash. To load it: source <(ml-lint completion bash)
_ml_lint() {
  local IFS=$'\\n' typed=\${COMP_LINE:0:COMP_POINT} command= option= answers= answer skip=
  local word=\${typed##*[[:space:]]}
  local value=$word before=\${typed%"\${typed##*[[:space:]]}"}
  before=\${before%"\${before##*[![:space:]]}"}
  before=\${before##*[[:space:]]}
  case \${COMP_WORDS[1]} in
    ${i.join(` | `)}) ((COMP_CWORD > 1)) && command=\${COMP_WORDS[1]} ;;
  esac
  case $word in
    --*=*) option=\${word%%=*} value=\${word#*=} ;;
    -*) option=- ;;
    *) option=$before ;;
  esac
  local rules='${t.join(`
`)}'
  case "$command $option" in
${e.flatMap(r).join(`
`)}
  esac
  COMPREPLY=()
  case $answers in
    @file) compopt -o default 2> /dev/null; return ;;
    @none) compopt +o default 2> /dev/null; return ;;
    @rule) answers=$rules ;;
    @setting)
      answers=\${rules//$'\\n'/=$'\\n'}=
      [[ $value == *=* ]] && answers=\${value%%=*}=${n.join("$'\\n'${value%%=*}=")} ;;
    @command)
      ((COMP_CWORD == 1)) && answers=${a(i)}
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
`}function r({name:e,options:t,words:n}){let r=t.filter(e=>e.value!==void 0).map(({name:t,short:n,choices:r})=>{let a=[`--${t}`,...n===void 0?[]:[`-${n}`]],o=r===`rule`?`@setting`:typeof r==`string`?`@${r}`:i(r);return[a.map(t=>`"${e} ${t}"`).join(` | `),o]}),o=t.flatMap(({name:e,short:t,value:n})=>[`--${e}${n===void 0?``:`=`}`,...t===void 0?[]:[`-${t}`]]),s=e===``?`@command`:typeof n==`string`?`@${n}`:i(n);return[...r,[`"${e} -"`,a(o)],[`"${e} "*`,s]].map(([e,t])=>`    ${e}) answers=${t} ;;`)}function i(e){return e===void 0||e.length===0?`@none`:a(e)}function a(e){return`$'${e.join(`\\n`)}'`}function o({commands:e,rules:t,severities:n}){let r=e.filter(e=>e.name!==``),i=r.map(e=>e.name).join(` `),a=e=>e===``?`not __fish_seen_subcommand_from ${i}`:`__fish_seen_subcommand_from ${e}`,o=e.flatMap(e=>[...s(e,a(e.name)),...e.options.map(t=>c(t,a(e.name),`(string match -q '*=*' -- (commandline -ct); and __ml_lint_severities; or __ml_lint_settings)`))]);return`# Completes the words of ml-lint in fish. To load it: ml-lint completion fish | source
function __ml_lint_rules
    printf '%s\\n' ${t.join(` `)}
end
function __ml_lint_settings
    __ml_lint_rules | string replace -r '$' '='
end
function __ml_lint_severities
    set -l rule (commandline -ct | string replace -r '^--rule=' '' | string replace -r '=.*' '')
    printf "$rule=%s\\n" ${n.join(` `)}
end
complete -c ml-lint -e
${r.map(({name:e,says:t})=>`complete -c ml-lint -n '__fish_is_nth_token 1' -a ${e} -d ${l(t)}`).join(`
`)}
${o.join(`
`)}
`}function s({words:e},t){if(e===`file`)return[];let n=e===`rule`?`(__ml_lint_rules)`:e.join(` `);return[`complete -c ml-lint -n ${l(t)} -f${n===``?``:` -a ${l(n)}`}`]}function c(e,t,n){let{name:r,short:i,value:a,choices:o,says:s}=e,c=o===`rule`?n:typeof o==`object`?o.join(` `):``;return[`complete -c ml-lint -n ${l(t)}`,...i===void 0?[]:[`-s ${i}`],`-l ${r}`,...a===void 0?[]:[o===`file`?`-rF`:`-x`],...c===``?[]:[`-a ${l(c)}`],...s===``?[]:[`-d ${l(s)}`]].join(` `)}function l(e){return`'${e.replace(/[\\']/g,`\\$&`)}'`}function u({commands:e,rules:t,severities:n}){let r=e.filter(e=>e.name!==``);return`#compdef ml-lint
# Completes the words of ml-lint in zsh. To load it: source <(ml-lint completion zsh)
_ml_lint_rules() {
  local -a rules=(
${t.map(e=>`    ${e}`).join(`
`)}
  )
  compadd "$@" -a rules
}
_ml_lint_settings() {
  if compset -P 1 '*='; then
    compadd ${n.join(` `)}
  else
    _ml_lint_rules -q -S '='
  fi
}
_ml_lint_commands() {
  local -a commands=(
${r.map(({name:e,says:t})=>`    ${g(`${e}:${t}`)}`).join(`
`)}
  )
  (( CURRENT == 2 )) && _describe command commands
  _files
}
_ml_lint() {
  case "$words[2]" in
${r.map(e=>d(e)).join(`
`)}
  esac
${f(e.find(e=>e.name===``),`  `)}
}
if [ "$funcstack[1]" = "_ml_lint" ]; then _ml_lint "$@"; else compdef _ml_lint ml-lint; fi
`}function d(e){return`    ${e.name})
      if (( CURRENT > 2 )); then
        shift words
        (( CURRENT-- ))
${f(e,`        `)}
        return
      fi ;;`}function f(e,t){return`${t}_arguments -s -S ${[...e.options.flatMap(p),m(e)].map(e=>`\\\n${t}  ${e}`).join(` `)}`}function p({name:e,short:t,value:n,choices:r,repeatable:i,says:a}){let o=`[${a.replace(/[\\[\]:]/g,`\\$&`)}]`,s=n===void 0?``:`:${e}:${h(r)}`,c=`--${e}${n===void 0?``:`=`}`;return t===void 0?g(`${i?`*`:``}${c}${o}${s}`):`${g(i?`*`:`(-${t} --${e})`)}{-${t},${c}}${g(`${o}${s}`)}`}function m({name:e,words:t}){return e===``?g(`*:path:_ml_lint_commands`):t===`file`?g(`*:path:_files`):t===`rule`?g(`1:rule:_ml_lint_rules`):t.length===0?``:g(`1:${e}:(${t.join(` `)})`)}function h(e){return e===`file`?`_files`:e===`rule`?`_ml_lint_settings`:e===void 0?` `:`(${e.join(` `)})`}function g(e){return`'${e.replaceAll(`'`,`'\\''`)}'`}const _={bash:n,zsh:u,fish:o};async function v(e){let{rules:n}=await import(`./lint.js`).then(e=>e._);return process.stdout.write(_[e](y(n.map(e=>e.id)))),t.fine}function y(t){return{commands:Object.entries(e).map(([e,{options:t,words:n}])=>({name:e===`lint`?``:e,says:e===`help`?`show the help`:x(`ml-lint ${e}`),options:t.map(e=>({...e,says:b(e)})),words:n})),rules:t,severities:[`error`,`warning`,`note`,`off`]}}function b({name:e,value:t,choices:n}){return typeof n==`object`?t??``:x(`--${e}`)}function x(e){let t=`ml-lint checks the infrastructure of an Azure Machine Learning platform:
Terraform, ARM and Bicep JSON, az commands, Kubernetes and Azure ML YAML. It
works out what each environment would get, and reports what breaks policy, what
Azure will refuse and what costs money for nothing, at the line to change.

Usage
  ml-lint [PATH...]         lint files, folders or globs; default: this folder
  ml-lint explain RULE      show why a rule matters, with bad and good examples
  ml-lint rules             list all rules and how severe they are where
  ml-lint compare [PATH...] print the controls of every resource, environments
                            side by side, and which of them break a rule
  ml-lint inspect [PATH...] print what was understood: resources, their values,
                            and where these come from
  ml-lint config [PATH]     print what is in force for a file or folder, and where
                            each severity, option and tier comes from
  ml-lint init [FOLDER]     write an ml-lint.yaml that fits what is there
  ml-lint merge FILE...     make one SARIF file of several; findings of the same
                            fingerprint become one
  ml-lint completion SHELL  print what completes its words in bash, zsh or fish

Options
  -f, --format NAME[=FILE]  pretty, concise, json, sarif, github, azure, gitlab,
                            junit or markdown; may be repeated. Default: pretty,
                            with annotations on GitHub and Azure Pipelines
      --env NAME            look at this environment only; may be repeated
      --fail-on LEVEL       exit with 1 from this level on: error (default),
                            warning, note or never
      --fix                 mend what can be mended without a look, in the very
                            files, and report what is left; --fix=unsafe mends
                            also what replaces resources or changes who reaches
                            them
      --diff                show what --fix would change, and change nothing
      --changed-since REF   report only what a change since the git revision REF
                            touches or brings; everything is analysed
      --focus               report only what touches PATH; the whole project is
                            analysed, as a hook with changed files needs it
      --write-baseline[=FILE]
                            list all findings in FILE as known; default:
                            ml-lint-baseline.json beside ml-lint.yaml
      --baseline FILE       leave out what FILE lists; default: that same file,
                            if it is there
      --no-baseline         leave nothing out
      --show-suppressed     also list what comments, the configuration and a
                            baseline leave out
      --undecided           also list what could not be decided, and why
      --cross-check         also ask @cdktf/hcl2json, if it is installed, how it
                            reads Terraform, and report where it differs
      --config FILE         read FILE instead of the nearest ml-lint.yaml
      --preset NAME         which rules run: recommended (default), strict, or
                            all; over what ml-lint.yaml says
      --rule ID=SEVERITY    set a rule to error, warning, note or off; may be
                            repeated
  -o, --output FILE         write what merge makes to FILE
      --today YYYY-MM-DD    the date for rules about dates; default: today
  -h, --help                show this help
  -V, --version             show the version

Options of rules
  -f, --format NAME         pretty (default) or json
      --find NAME           only what another tool calls so, as in CKV_AZURE_137
                            or Azure.ML.PublicAccess, or what is about that; 1
                            when nothing is known of it

Options of init
      --hook                also the hook of pre-commit, or what to add for it
      --workflow            also a workflow of GitHub Actions

Options of compare and inspect
  -f, --format NAME         pretty (default), markdown or json for compare, and
                            json (default) or pretty for inspect
      --type NAME           only resources of this type or kind, as in
                            azurerm_key_vault or key-vault; may be repeated
      --address PATTERN     only resources at this address, where * stands for
                            any text; may be repeated
      --differences         only what environments do not have in common, or
                            perhaps do not (compare)

Exit codes
  0  nothing at or above the level of --fail-on
  1  findings at or above it
  2  wrong usage or configuration; nothing was linted
  3  a file could not be read or parsed, or a rule failed; the rest was linted

Examples
  ml-lint infra --env prod
  ml-lint --format pretty --format sarif=ml-lint.sarif
  ml-lint explain compute/public-ip

NO_COLOR and FORCE_COLOR are honoured.
`.split(`
`),n=t.findIndex(t=>S(t)===e);if(n<0)return``;let r=t.slice(n+1),i=r.findIndex(e=>e.slice(0,28).trim()!==``||e.trim()===``);return[t[n],...r.slice(0,i)].map(e=>e.slice(28).trim()).join(` `).trim().replace(/(?:[;:.]| \().*$/,``)}function S(e){return/^ {2}(?:-\w, | {4})?(ml-lint [a-z]+|--[a-z-]+)\b/.exec(e)?.[1]}export{v as completionCommand};