import type { Declaration } from "../../../model/resource.ts";
import type { JsonObject } from "../../json/syntax.ts";
import type { Parameter, Template } from "../read/template.ts";
import type { Deployment } from "./deployment.ts";
import { type Frame, LiteralStep } from "./frame.ts";
import { valueOfCopy, valueOfLiteral, valueOfNode } from "./json-value.ts";
import type { Location } from "./location.ts";
import { References } from "./references.ts";
import type { Run } from "./run.ts";
import { asSensitive, Cell, isNull, nothing, unknown, type Value } from "./value.ts";
import { Variation } from "./variation.ts";

/** A value handed to a parameter from outside. */
export type Argument = () => Value;

export interface ScopeSettings {
  readonly run: Run;
  readonly template: Template;
  readonly location: Location;
  readonly args: ReadonlyMap<string, Argument>;
  /** The parameters whose values differ, or are written in different places, from one environment to the next. */
  readonly varying: ReadonlySet<string>;
  /** The same deployment in the first environment: what does not vary is evaluated there, once for all. */
  readonly base: Scope | undefined;
  /** The deployments that lead here, as addresses, outermost first. */
  readonly path: readonly string[];
  /** What `deployment().name` is. */
  readonly deploymentName: Value | undefined;
}

/** One deployment of one template in one environment: what its parameters and variables are. */
export class Scope {
  readonly run: Run;
  readonly template: Template;
  readonly location: Location;
  readonly path: readonly string[];
  readonly deploymentName: Value | undefined;
  readonly base: Scope | undefined;
  readonly variation: Variation;
  readonly references: References;
  /** What each resource of the template declares: the other environments take it over where nothing varies. */
  uncertainty: string | undefined;
  readonly declared = new Map<JsonObject, readonly Declaration[]>();
  /** The deployments among its resources, by their iteration. */
  readonly deployments = new Map<JsonObject, Map<string, Deployment>>();
  readonly #args: ReadonlyMap<string, Argument>;
  readonly #parameters = new Map<string, Cell>();
  readonly #variables = new Map<string, Cell>();

  constructor(settings: ScopeSettings) {
    this.run = settings.run;
    this.template = settings.template;
    this.location = settings.location;
    this.path = settings.path;
    this.deploymentName = settings.deploymentName;
    this.base = settings.base;
    this.#args = settings.args;
    this.variation =
      settings.base?.variation ?? new Variation(settings.template, settings.varying, settings.run.meanings);
    this.references = new References(this);
  }

  /** The frame in which the template's own expressions are evaluated. */
  frame(): Frame {
    const { run, template } = this;
    const { source } = template;
    return { run, scope: this, source, string: undefined, copies: undefined, lambdas: undefined, args: undefined };
  }

  /** Undefined when no such parameter is declared. */
  parameter(name: string): Value | undefined {
    const key = name.toLowerCase();
    const known = this.#parameters.get(key);
    if (known) return known.value;
    const parameter = this.template.parameters.get(key);
    if (!parameter) return undefined;
    const cell = new Cell(() => {
      if (this.base && !this.variation.parameterVaries(key)) return this.base.parameter(key)!;
      const value = this.#valueOfParameter(key, parameter);
      return parameter.secure ? asSensitive(value) : value;
    });
    this.#parameters.set(key, cell);
    return cell.value;
  }

  #valueOfParameter(key: string, parameter: Parameter): Value {
    const given = this.#args.get(key)?.();
    if (given && !isNull(given)) return given;
    const { defaultValue, name } = parameter;
    if (defaultValue) return valueOfNode(defaultValue, this.frame(), `default of parameter ${name}`);
    if (given) return given;
    if (parameter.nullable) return nothing;
    return this.#valueOfMissing(parameter);
  }

  #valueOfMissing({ name, allowed, member }: Parameter): Value {
    const { source } = this.template;
    const only = allowed?.length === 1 ? allowed[0] : undefined;
    if (only) return valueOfLiteral(only, { source }, `the only allowed value of parameter ${name}`);
    const token = `${[this.run.root, ...this.path].join(":").toLowerCase()}:parameters('${name.toLowerCase()}')`;
    const origin = new LiteralStep(source, member.value, `parameter ${name}`);
    return { ...unknown(`parameter ${name} has no value`, token), origin };
  }

  /** Undefined when there is no such variable. */
  variable(name: string): Value | undefined {
    const key = name.toLowerCase();
    const known = this.#variables.get(key);
    if (known) return known.value;
    const variable = this.template.variables.get(key);
    if (!variable) return undefined;
    const cell = new Cell(() => {
      if (this.base && !this.variation.variableVaries(key)) return this.base.variable(key)!;
      const words = `variable ${variable.name}`;
      if (variable.type === "copy") return valueOfCopy(variable.copy, variable.name, this.frame(), words);
      return valueOfNode(variable.value, this.frame(), words);
    });
    this.#variables.set(key, cell);
    return cell.value;
  }
}
