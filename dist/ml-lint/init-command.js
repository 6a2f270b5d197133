import"./rolldown-runtime.js";import{H as e,Q as t,et as n,j as r,pt as i,w as a}from"./command.js";import{existsSync as o,mkdirSync as s,readFileSync as c,statSync as l,writeFileSync as u}from"node:fs";import{dirname as d,join as f,relative as p,resolve as m}from"node:path";function h(e,t){return`# yaml-language-server: $schema=${`https://raw.githubusercontent.com/ml-lint/ml-lint/v${t}/schemas/configuration.schema.json`}
#
# What ml-lint checks below this folder. "ml-lint config" shows what is in force and where it comes from,
# "ml-lint rules" lists all rules, "ml-lint explain RULE" shows one.

# recommended: what suits nearly everyone. strict: also what houses with strict demands ask for. all: everything.
preset: recommended

${g(e)}
# The severity of a rule: error, warning, note or off; everywhere, or by tier.
# rules:
#   compute/public-ip: error
#   compute/idle-nodes:
#     non-production: off

# Files that are not linted: patterns as in .gitignore, relative to this folder.
# exclude:
#   - legacy/

# Other settings for some files; the last that speaks of a rule wins.
# overrides:
#   - files: [sandbox/]
#     rules:
#       workspace/public-access: note

# Findings that are meant to be, where no comment is possible, as in JSON. In other files, a comment does it:
#   ml-lint ignore[compute/public-ip] until 2030-01-31: the private endpoints are on their way
# ignores:
#   - rules: [registry/admin-user]
#     resource: Microsoft.ContainerRegistry/registries/images
#     until: 2030-01-31
#     reason: The build server still logs in with a password.

# Rules that comments cannot ignore.
# locked:
#   - workspace/public-access
`}function g(e){let t=`# Severity follows the tier of an environment, which its name tells. Say here where it is another one.
`;return e.length===0?`${t}# environments:\n#   blue: production\n#   "live-*": production\n`:`${t}# These were found:\n# environments:\n${e.map(({name:e,tier:t})=>{let n=t===`unclassified`?` # nothing tells: production or non-production?`:``;return`#   ${JSON.stringify(e)}: ${t}${n}`}).join(`
`)}\n`}function _(e){return`repos:\n${v(e)}`}function v(e){return`  - repo: https://github.com/ml-lint/ml-lint\n    rev: v${e}\n    hooks:\n      - id: ml-lint\n`}function y(e){return`name: ml-lint

on:
  pull_request:
  push:
    branches: [main]

permissions: {}

concurrency:
  group: ml-lint-\${{ github.ref }}
  cancel-in-progress: true

jobs:
  lint:
    name: Lint the Azure Machine Learning infrastructure
    runs-on: ubuntu-latest
    permissions:
      contents: read # to check out the code
      security-events: write # to fill the tab of code scanning
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          fetch-depth: 0
          persist-credentials: false
      # A tag that its owner could move: put the commit of the release in its place.
      - uses: ${`ml-lint/ml-lint@v${e}`} # zizmor: ignore[unpinned-uses]
        with:
          sarif-file: ml-lint.sarif
      # A pull request from a fork may not write here.
      - if: always() && (github.event_name == 'push' || github.event.pull_request.head.repo.fork == false)
        uses: github/codeql-action/upload-sarif@8aad20d150bbac5944a9f9d289da16a4b0d87c1e # v4.36.2
        with:
          sarif_file: ml-lint.sarif
          category: ml-lint
`}async function b({folder:n,hook:i,workflow:a}){let o=process.cwd(),s=m(o,n??`.`);if(l(s,{throwIfNoEntry:!1})?.isDirectory()!==!0)throw new e(`There is no folder ${n}.`);let c=r([s],o),u=[await x(s,i||a),...i?[w(c)]:[],...a?[T(c)]:[]];for(let{said:e}of u)process.stdout.write(`${e}\n`);return u.every(e=>!e.isDone)?t.wrongUsage:(process.stdout.write(`Next: ml-lint shows what it finds, ml-lint config what is in force and why.
`),t.fine)}async function x(t,n){let r=f(t,`ml-lint.yaml`),i=[r,f(t,`ml-lint.yml`)].find(e=>o(e));if(i!==void 0){if(!n)throw new e(`${D(i)} is there already; init never overwrites it.`);return{said:`${D(i)} is there already and stays as it is.`,isDone:!1}}let a=await C(t);E(r,h(a,`0.1.0`));let s=a.length===0?``:` It names the environments that were found: ${S(a)}.`;return{said:`Wrote ${D(r)}.${s}`,isDone:!0}}function S(e){return e.map(({name:e,tier:t})=>`${n(e)} (${t})`).join(`, `)}async function C(e){let{files:t,paths:n}=await a({paths:[e],environments:[],config:void 0,rules:new Map,preset:void 0,today:void 0},e);if(n.length===0)return[];let{parseProject:r}=await import(`./lint.js`).then(e=>e.a),{roots:o}=await r({texts:new i(t),paths:n,environments:[]},{});return[...new Map(o.flatMap(e=>e.environments.map(e=>[e.name,e]))).values()].filter(({name:e})=>e!=="default").sort((e,t)=>e.name<t.name?-1:1)}function w(e){let t=f(e,`.pre-commit-config.yaml`);return o(t)?c(t,`utf8`).includes(`ml-lint/ml-lint`)?{said:`${D(t)} has the hook already.`,isDone:!1}:{said:`${D(t)} is there already. Add this below repos:\n\n${v(`0.1.0`)}`,isDone:!0}:(E(t,_(`0.1.0`)),{said:`Wrote ${D(t)}. Run pre-commit install once in each clone.`,isDone:!0})}function T(e){let t=f(e,`.github/workflows/ml-lint.yml`);return o(t)?{said:`${D(t)} is there already and stays as it is.`,isDone:!1}:(E(t,y(`0.1.0`)),{said:`Wrote ${D(t)}. It lints pull requests and what is merged.`,isDone:!0})}function E(t,n){try{s(d(t),{recursive:!0}),u(t,n,{flag:`wx`})}catch(n){let{code:r}=n,i=r===`EACCES`||r===`EPERM`?`permission is denied`:`the system says ${r}`;throw new e(`${D(t)} cannot be written: ${i}.`)}}function D(e){return n(p(process.cwd(),e))}export{b as initCommand};