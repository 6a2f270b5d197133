import { hopAt, placeIn } from "../evaluate/frame.ts";
import {
  later,
  managementGroupValue,
  resourceGroupValue,
  subscriptionValue,
  tenantValue,
} from "../evaluate/location.ts";
import { Cell, dictionary, unknown, type Value, withHop } from "../evaluate/value.ts";
import type { Builtin, CallSite } from "./call-site.ts";
import { duringDeployment } from "./resources.ts";

export const deploymentFunctions: Readonly<Record<string, Builtin>> = {
  parameters: { least: 1, most: 1, run: runParameters },
  variables: { least: 1, most: 1, run: runVariables },
  deployment: { least: 0, most: 0, run: deploymentValue },
  deployer: { least: 0, most: 0, run: () => known("deployer()", "the deploying identity") },
  environment: { least: 0, most: 0, run: () => known("environment()", "the cloud") },
  subscription: { least: 0, most: 0, run: (call) => subscriptionValue(call.frame.scope.location) },
  resourcegroup: { least: 0, most: 0, run: (call) => resourceGroupValue(call.frame.scope.location) },
  managementgroup: { least: 0, most: 1, run: (call) => managementGroupValue(call.frame.scope.location) },
  tenant: { least: 0, most: 0, run: () => tenantValue() },
  uniquestring: { least: 1, most: 100, run: duringDeployment },
  guid: { least: 1, most: 100, run: duringDeployment },
  newguid: { least: 0, most: 0, run: once },
  utcnow: { least: 0, most: 1, run: once },
  fail: { least: 1, most: 1, run: () => unknown("fail() ends the deployment") },
};

function runParameters(call: CallSite): Value {
  const name = nameOf(call);
  if (name === undefined) return call.undecided();
  const { args, scope } = call.frame;
  const value = args ? args.get(name.toLowerCase()) : scope.parameter(name);
  if (!value) return unknown(`there is no parameter "${name}"`);
  return args ? value : withHop(value, hopAt(call.frame, call.call, `parameter ${name}`));
}

function runVariables(call: CallSite): Value {
  const name = nameOf(call);
  if (name === undefined) return call.undecided();
  const value = call.frame.args ? undefined : call.frame.scope.variable(name);
  if (!value) return unknown(`there is no variable "${name}"`);
  return withHop(value, hopAt(call.frame, call.call, `variable ${name}`));
}

function nameOf(call: CallSite): string | undefined {
  const name = call.value(0);
  return name.form === "scalar" ? String(name.value) : undefined;
}

/** `deployment()`: its name is known for nested deployments. */
function deploymentValue(call: CallSite): Value {
  const { deploymentName, path } = call.frame.scope;
  const token = ["deployment()", ...path].join(":").toLowerCase();
  return dictionary([
    { name: "name", cell: new Cell(() => deploymentName ?? later(`${token}.name`, "the deployment's name")) },
    { name: "location", cell: new Cell(() => later(`${token}.location`, "the deployment's location")) },
    { name: "properties", cell: new Cell(() => later(`${token}.properties`, "the deployment")) },
  ]);
}

function known(token: string, what: string): Value {
  return later(token, what);
}

/** A new value with every call, of which there is one for each place in the template. */
function once(call: CallSite): Value {
  const { file, start } = placeIn(call.frame, call.call);
  const path = call.frame.scope.path.join(":");
  return later(`${call.call.key}(${file}:${start.line}:${start.column}:${path})`, `${call.call.name}()`);
}
