import { type Place, SourceText } from "../../../model/place.ts";
import { excerptOf } from "../../json/escapes.ts";
import type { JsonNode, JsonObject } from "../../json/syntax.ts";
import type { EmbeddedScript } from "../../parser.ts";
import { memberOf } from "../evaluate/access.ts";
import { type Frame, LiteralStep } from "../evaluate/frame.ts";
import { valueOfNode } from "../evaluate/json-value.ts";
import type { Value } from "../evaluate/value.ts";
import { find, findText } from "../read/members.ts";

export function isDeploymentScript(type: string): boolean {
  return type.toLowerCase() === "microsoft.resources/deploymentscripts";
}

/** The script of a deployment script resource, with places in the JSON string that holds it. */
export function scriptOf(node: JsonObject, frame: Frame): EmbeddedScript | undefined {
  const properties = find(node, "properties");
  if (!properties) return undefined;
  const content = memberOf(valueOfNode(properties, frame, ""), "scriptContent", true);
  if (content.form !== "scalar" || typeof content.value !== "string") return undefined;
  const shell = findText(node, "kind")?.toLowerCase() === "azurepowershell" ? "powershell" : "bash";
  const varies = frame.scope.variation.nodeVaries(properties);
  return {
    shell,
    text: textOf(content, content.value, properties, frame),
    environment: varies ? frame.run.environment.name : undefined,
  };
}

function textOf(content: Value, text: string, properties: JsonNode, frame: Frame): SourceText {
  const { origin } = content;
  if (origin instanceof LiteralStep && origin.node.type === "string" && origin.node.value === text) {
    return excerptOf(origin.source, origin.node);
  }
  const written = find(properties, "scriptContent") ?? properties;
  return new PinnedText(frame.source, text, written.from, written.to);
}

/** A text that is computed: all of it stands at the expression that makes it. */
class PinnedText extends SourceText {
  readonly #place: Place;

  constructor(source: SourceText, text: string, from: number, to: number) {
    super(source.file, text);
    this.#place = source.place(from, to);
  }

  override place(): Place {
    return this.#place;
  }

  override position() {
    return this.#place.start;
  }
}
