import type { Format } from "../../report/format.ts";
import { formatPretty } from "../../report/pretty.ts";
import type { FormatName } from "../arguments/output.ts";

/** Loads a format; the others stay on disk. */
export async function loadFormat(name: FormatName): Promise<Format> {
  switch (name) {
    case "pretty":
      return formatPretty;
    case "concise":
      return (await import("../../report/concise.ts")).formatConcise;
    case "json":
      return (await import("../../report/json.ts")).formatJson;
    case "sarif":
      return (await import("../../report/sarif/sarif.ts")).formatSarif;
    case "github":
      return (await import("../../report/github.ts")).formatGithub;
    case "azure":
      return (await import("../../report/azure.ts")).formatAzure;
    case "gitlab":
      return (await import("../../report/gitlab.ts")).formatGitlab;
    case "junit":
      return (await import("../../report/junit.ts")).formatJunit;
    case "markdown":
      return (await import("../../report/markdown.ts")).formatMarkdown;
  }
}
