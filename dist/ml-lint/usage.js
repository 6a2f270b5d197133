import"./rolldown-runtime.js";const e=`ml-lint checks the infrastructure of an Azure Machine Learning platform:
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
`;export{e as usage};