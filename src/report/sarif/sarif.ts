import type { CodeFlow, Location, Log, Notification, Result, Run } from "sarif";
import type { Finding } from "../../engine/finding.ts";
import type { Failure, Report } from "../../engine/report.ts";
import type { Texts } from "../../model/files.ts";
import type { Place } from "../../model/place.ts";
import type { Step } from "../../model/tree.ts";
import { homePage } from "../documentation.ts";
import type { FormatOptions } from "../format.ts";
import { harmless, harmlessJson } from "../text/harmless.ts";
import { inEnvironments } from "../text/wording.ts";
import { sarifFix } from "./fixes.ts";
import { githubLimits, type Selection, selectForSarif } from "./limits.ts";
import { LineHashes } from "./linehash.ts";
import { artifactLocation, locationWithCode, physicalLocation, rootBase } from "./places.ts";
import { describeRule } from "./rules.ts";
import { stateOf, suppressedFindings } from "./suppressed.ts";

/** As many links as a sentence carries. */
const mostLinks = 5;

export type SarifOptions = Pick<FormatOptions, "page" | "peers" | "provenance" | "showSuppressed" | "sarifLimits">;

/** SARIF 2.1.0, with everything that GitHub, Azure DevOps and editors can show. */
export function formatSarif(report: Report, options: SarifOptions): string {
  return `${harmlessJson(sarifLog(report, options))}\n`;
}

export function sarifLog(report: Report, options: SarifOptions): Log {
  const { page, peers, provenance, showSuppressed } = options;
  const selection = selectForSarif(report.findings, options.sarifLimits);
  const { findings } = selection;
  const room = (options.sarifLimits ?? githubLimits).results - findings.length;
  const suppressed = showSuppressed ? suppressedFindings(report).slice(0, room) : [];
  const violated = new Set([...findings, ...suppressed.map(({ finding }) => finding)].map(({ rule }) => rule));
  const ids = [...new Set([...report.rules.keys(), ...violated])].sort();
  const indices = new Map(ids.map((id, index) => [id, index]));
  const hashes = new FileHashes(report.texts);
  const result = (finding: Finding) => {
    return resultOf(finding, indices.get(finding.rule)!, hashes, report, selection);
  };
  const run: Run = {
    tool: {
      driver: {
        name: "ml-lint",
        version: report.version,
        semanticVersion: report.version,
        informationUri: homePage,
        rules: ids.map((id) =>
          describeRule(id, report.rules.get(id), violated.has(id) ? page(id) : undefined, peers?.(id)),
        ),
      },
    },
    invocations: [
      {
        executionSuccessful: report.failures.length === 0,
        toolExecutionNotifications: notifications(report, selection.sentences),
      },
    ],
    ...(provenance && {
      versionControlProvenance: [{ ...provenance, mappedTo: { uriBaseId: rootBase } }],
    }),
    originalUriBaseIds: {
      [rootBase]: { description: { text: "The root of the repository, or the folder that was linted." } },
    },
    columnKind: "utf16CodeUnits",
    results: [
      ...findings.map((finding) => ({ ...result(finding), ...stateOf(report, showSuppressed) })),
      ...suppressed.map(({ finding, ...state }) => ({ ...result(finding), ...state })),
    ],
  };
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [run],
  };
}

/** The hashes of lines, made once for each file that has a finding. */
class FileHashes {
  readonly #texts: Texts;
  readonly #files = new Map<string, LineHashes | undefined>();

  constructor(texts: Texts) {
    this.#texts = texts;
  }

  of(place: Place): string | undefined {
    if (!this.#files.has(place.file)) {
      const text = this.#texts.get(place.file)?.text;
      this.#files.set(place.file, text === undefined ? undefined : new LineHashes(text));
    }
    return this.#files.get(place.file)?.of(place.start.line);
  }
}

function resultOf(
  finding: Finding,
  ruleIndex: number,
  hashes: FileHashes,
  report: Report,
  most: Pick<Selection, "related" | "flow">,
): Result {
  const hash = hashes.of(finding.at);
  const related = finding.related.slice(0, most.related).map(relatedLocation);
  const fix = finding.fix && sarifFix(finding.fix, report.texts);
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: finding.level,
    message: { text: messageOf(finding) },
    locations: [locationOf(finding, report)],
    ...(related.length > 0 && { relatedLocations: related }),
    ...(finding.trail.length > 0 && { codeFlows: [codeFlow(finding, most.flow)] }),
    ...(fix && { fixes: [fix] }),
    partialFingerprints: {
      ...(hash !== undefined && { primaryLocationLineHash: hash }),
      "mlLint/v1": finding.fingerprint,
    },
    properties: { environments: finding.environments.map((environment) => environment.name) },
  };
}

/** What a person reads on GitHub: the message, where it holds, links to what decides it, and what to do. */
function messageOf(finding: Finding): string {
  const where = inEnvironments(finding.environments);
  const links = finding.related.slice(0, mostLinks).map((step, index) => `[${linkText(step)}](${index + 1})`);
  const sentences = [
    linkless(harmless(finding.message)),
    ...(where === "" ? [] : [`This holds ${linkless(harmless(where))}.`]),
    ...(links.length === 0 ? [] : [`See ${links.join(", ")}.`]),
    ...(finding.help === "" ? [] : [linkless(harmless(finding.help))]),
  ];
  return sentences.join(" ");
}

function linkText({ at, text }: Step): string {
  return linkless(harmless(text.includes(at.file) ? text : `${text}, ${at.file}`));
}

/** SARIF reads `[text](target)` as a link; brackets that are none are escaped. */
function linkless(text: string): string {
  return text.replace(/[\\[\]]/g, "\\$&");
}

function locationOf(finding: Finding, report: Report): Location {
  const { resource } = finding;
  return {
    physicalLocation: locationWithCode(finding.at, report, finding.sensitive === true),
    ...(resource && {
      logicalLocations: [
        {
          name: harmless(resource.address),
          fullyQualifiedName: harmless(
            resource.root === "" ? resource.address : `${resource.root}/${resource.address}`,
          ),
          kind: "resource",
        },
      ],
    }),
  };
}

function relatedLocation(step: Step, index: number): Location {
  return { id: index + 1, physicalLocation: physicalLocation(step.at), message: { text: harmless(step.text) } };
}

function codeFlow(finding: Finding, most: number): CodeFlow {
  const attribute = finding.attribute ?? "the value";
  const start: Location = { physicalLocation: physicalLocation(finding.at), message: { text: harmless(attribute) } };
  const steps = finding.trail.slice(0, most - 1).map((step) => ({
    location: { physicalLocation: physicalLocation(step.at), message: { text: harmless(step.text) } },
  }));
  return { threadFlows: [{ locations: [{ location: start }, ...steps] }] };
}

function notifications(report: Report, sentences: readonly string[]): Notification[] {
  const limits = sentences.map((text): Notification => ({ level: "warning", message: { text } }));
  return [...report.failures.map(notificationOf), ...limits];
}

function notificationOf(failure: Failure): Notification {
  return {
    level: "error",
    message: { text: harmless(failure.message) },
    ...(failure.file !== undefined && {
      locations: [{ physicalLocation: { artifactLocation: artifactLocation(failure.file) } }],
    }),
  };
}
