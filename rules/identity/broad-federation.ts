import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "federated-credential",
  title: "A federated credential that trusts more than one party",
  severity: { production: "error", "non-production": "warning", unclassified: "warning" },
  precision: "high",
  securitySeverity: 8,
  sources: ["terraform", "arm"],
  tags: ["security", "identity"],
  check(credential, context) {
    const subject = context.known(credential.attributes.subject);
    const fault = subject === undefined ? undefined : faultOf(subject);
    if (fault === undefined) return;
    context.report({
      attribute: "subject",
      message: `${context.subject} trusts the subject "${subject}", which ${fault}.`,
      help: `Set ${context.name("subject")} to one branch, environment or service account, such as repo:contoso/ml:environment:prod.`,
    });
  },
});

/** Why a subject stands for more than one party. */
function faultOf(subject: string): string | undefined {
  if (subject.includes("*"))
    return "is a pattern: Entra ID compares subjects letter by letter, and a pattern is meant to let in more than one";
  if (/^repo:[^:]+$/.test(subject)) return "names neither a branch nor an environment of the repository";
  if (/^repo:[^:]+:pull_request$/.test(subject))
    return "lets in every pull request of the repository before anybody has reviewed it";
  if (subject.toLowerCase() === "system:serviceaccount:default:default")
    return "is what every pod of the namespace default runs as";
  return undefined;
}
