import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "workspace",
  title: "Serverless compute has the wrong kind of addresses",
  severity: { production: "error", "non-production": "warning", unclassified: "warning" },
  precision: "high",
  securitySeverity: 5.5,
  sources: ["terraform", "arm", "azureml"],
  tags: ["security", "network", "correctness"],
  check(workspace, context) {
    const { attributes } = workspace;
    if (context.written(attributes.serverless) !== true) return;
    if (context.known(attributes.serverlessPublicIp) === true) {
      if (context.known(attributes.publicAccess) !== false) return;
      context.report({
        attribute: "serverlessPublicIp",
        message: `${context.subject} is closed to the internet, and its serverless computes have public IP addresses: ${context.state("serverlessPublicIp")}.`,
        help: `Set ${context.setting("serverlessPublicIp", false)}, and name a subnet in ${context.name("serverlessSubnet")}.`,
      });
      return;
    }
    if (context.known(attributes.serverlessPublicIp) === undefined) return;
    if (context.known(attributes.serverlessSubnet) !== undefined) return;
    if (context.known(attributes.isolationMode) !== "Disabled") return;
    context.report({
      attribute: "serverlessPublicIp",
      message: `The serverless computes of ${context.subject} have neither public IP addresses nor a network: ${context.state("serverlessPublicIp")}, ${context.name("serverlessSubnet")} is not set, and there is no managed network.`,
      help: `Name a subnet in ${context.name("serverlessSubnet")}, or give the workspace a managed network.`,
    });
  },
});
