import { parseResourceId, sameText } from "../../../model/reference.ts";
import type { Piece } from "../../../model/tree.ts";
import type { JsonObject } from "../../json/syntax.ts";
import { find, findObject, findText } from "../read/members.ts";
import type { ResourceNode } from "../read/template.ts";
import { memberOf } from "./access.ts";
import { isDeployment, openDeployment, outputOf } from "./deployment.ts";
import type { Frame } from "./frame.ts";
import { copyCount, valueOfNode } from "./json-value.ts";
import type { Scope } from "./scope.ts";
import { piecesOf } from "./text.ts";
import {
  asSensitive,
  Cell,
  dictionary,
  isNull,
  scalar,
  sequenceOf,
  type Unknown,
  unknown,
  type Value,
} from "./value.ts";

/** A resource of the template, in one iteration of its loop. */
interface Instance {
  readonly node: JsonObject;
  readonly frame: Frame;
  readonly address: string;
}

/** Loops with more iterations are not looked through for a name. */
const mostIterations = 100;

/** What `reference()` can tell of the resources of a template: what is written on them, and outputs of deployments. */
export class References {
  readonly #scope: Scope;
  #symbols: Map<string, ResourceNode> | undefined;
  readonly #named = new Map<string, readonly { instance: Instance; name: readonly Piece[] }[]>();
  readonly #cells = new Map<string, Cell>();

  constructor(scope: Scope) {
    this.#scope = scope;
  }

  /** `reference()`; undefined when the resource is not one of the template. */
  of(target: Value, full: boolean): Value | undefined {
    const instance = this.#find(target);
    return instance && this.#valueOf(instance, full);
  }

  /** `references()`: of all iterations of a loop. */
  ofAll(symbol: string, full: boolean): Value | undefined {
    const resource = this.#bySymbol(symbol);
    if (!resource) return undefined;
    const instances = this.#instances(resource);
    return instances && sequenceOf(instances.map((instance) => this.#valueOf(instance, full)));
  }

  /** `listOutputsWithSecureValues()`. */
  outputsOf(target: Value): Value | undefined {
    const instance = this.#find(target);
    if (!instance || !isDeployment(findText(instance.node, "type"))) return undefined;
    const later = unknown("outputs are read during the deployment");
    return asSensitive({ ...later, member: (name: string) => this.#output(instance, name) });
  }

  #find(target: Value): Instance | undefined {
    const pieces = piecesOf(target);
    if (!pieces || pieces.length === 0) return undefined;
    if (pieces.length === 1 && typeof pieces[0] === "string") {
      const found = this.#findByText(pieces[0]);
      if (found) return found;
    }
    const id = parseResourceId(pieces);
    if (!id) return undefined;
    const name = id.names.flatMap((part, index) => (index === 0 ? part : ["/", ...part]));
    return this.#namesOf(id.type).find((candidate) => sameText(candidate.name, name) === true)?.instance;
  }

  #findByText(text: string): Instance | undefined {
    const loop = /^([^[]+)\[(\d+)\]$/.exec(text);
    const resource = this.#bySymbol(loop?.[1] ?? text);
    if (resource) return this.#instances(resource)?.[loop ? Number(loop[2]) : 0];
    if (text.includes("/")) return undefined;
    const types = new Set(this.#scope.template.resources.map(({ node }) => findText(node, "type") ?? ""));
    for (const type of types) {
      const named = this.#namesOf(type).find(({ name }) => sameText(name, [text]) === true);
      if (named) return named.instance;
    }
    return undefined;
  }

  #bySymbol(symbol: string): ResourceNode | undefined {
    if (!this.#symbols) {
      this.#symbols = new Map();
      for (const resource of this.#scope.template.resources) {
        const name = resource.symbol?.key ?? findText(find(resource.node, "copy"), "name");
        if (name !== undefined) this.#symbols.set(name.toLowerCase(), resource);
      }
    }
    return this.#symbols.get(symbol.toLowerCase());
  }

  /** The resources of a type with their evaluated names. */
  #namesOf(type: string): readonly { instance: Instance; name: readonly Piece[] }[] {
    const key = type.toLowerCase();
    const known = this.#named.get(key);
    if (known) return known;
    this.#named.set(key, []);
    const named: { instance: Instance; name: readonly Piece[] }[] = [];
    for (const resource of this.#scope.template.resources) {
      if (findText(resource.node, "type")?.toLowerCase() !== key) continue;
      const nameNode = find(resource.node, "name");
      for (const instance of (nameNode && this.#instances(resource)) ?? []) {
        const name = piecesOf(valueOfNode(nameNode!, instance.frame, "name"));
        if (name) named.push({ instance, name });
      }
    }
    this.#named.set(key, named);
    return named;
  }

  /** Undefined when nobody knows how many there are. */
  #instances({ node }: ResourceNode): Instance[] | undefined {
    const frame = this.#scope.frame();
    const label = this.#scope.template.labels.get(node) ?? "";
    const copy = findObject(node, "copy");
    if (!copy) return [{ node, frame, address: label }];
    const name = findText(copy, "name") ?? "";
    const count = copyCount(copy, frame, name);
    if (typeof count !== "number") return undefined;
    return Array.from({ length: Math.min(count, mostIterations) }, (_, index) => {
      const copies = { name: name.toLowerCase(), index, loop: "resource" as const, outer: undefined };
      return { node, frame: { ...frame, copies }, address: `${label}[${index}]` };
    });
  }

  #valueOf(instance: Instance, full: boolean): Value {
    const deployed = isDeployment(findText(instance.node, "type"));
    return this.#view(instance, full ? [] : ["properties"], deployed);
  }

  /** What is read below a path of a resource's runtime state. */
  #view(instance: Instance, path: readonly string[], deployed: boolean): Value {
    const target = { root: this.#scope.run.root, address: this.#address(instance), attribute: path.join(".") };
    const token = `reference(${target.address.toLowerCase()}).${target.attribute.toLowerCase()}`;
    const state: Unknown = {
      ...unknown("reference() reads what exists only during the deployment", token),
      target,
      member: (name) => {
        const inner = [...path, name];
        if (deployed && inner.join(".").toLowerCase() === "properties.outputs") return this.#outputs(instance);
        return this.#written(instance, inner) ?? this.#view(instance, inner, deployed);
      },
    };
    return state;
  }

  #address({ address }: Instance): string {
    return [...this.#scope.path, address].join(".");
  }

  /** What the template writes there: during the deployment it is the same. */
  #written(instance: Instance, path: readonly string[]): Value | undefined {
    const { node, frame, address } = instance;
    const existing = find(node, "existing");
    if (path.length > 2 || (existing?.type === "word" && existing.value === true)) return undefined;
    const key = `${address}\0${path.join("\0").toLowerCase()}`;
    const cell =
      this.#cells.get(key) ??
      new Cell(() => {
        const whole = find(node, path[0]!);
        const value = whole ? valueOfNode(whole, frame, `property ${path.join(".")} of ${address}`) : undefined;
        if (!value) return unknown("");
        return path.length === 1 ? value : memberOf(value, path[1]!, false);
      });
    this.#cells.set(key, cell);
    const { value } = cell;
    if (path.length === 1 && value.form !== "scalar") return undefined;
    return value.form === "unknown" || isNull(value) ? undefined : value;
  }

  #outputs(instance: Instance): Value {
    const later = unknown("outputs are read during the deployment");
    const member = (name: string) =>
      dictionary([
        { name: "value", cell: new Cell(() => this.#output(instance, name)) },
        { name: "type", cell: Cell.of(scalar("")) },
      ]);
    return { ...later, member };
  }

  #output(instance: Instance, name: string): Value {
    const { node, frame, address } = instance;
    const key = `${address}\0output\0${name.toLowerCase()}`;
    const known = this.#cells.get(key);
    if (known) return known.value;
    const cell = new Cell(() => {
      const condition = find(node, "condition");
      const isMade = condition && valueOfNode(condition, frame, "condition");
      if (isMade?.form === "scalar" && isMade.value === false) return unknown(`the deployment ${address} is not made`);
      const { location, path } = this.#scope;
      const standing = { location, path: [...path, address], label: address };
      const deployment = openDeployment(node, frame, standing);
      if ("why" in deployment) return unknown(`an output of a deployment is not known: ${deployment.why}`);
      return outputOf(deployment, name) ?? unknown(`the deployment ${address} has no output ${name}`);
    });
    this.#cells.set(key, cell);
    return cell.value;
  }
}
