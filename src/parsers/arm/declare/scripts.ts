import { type Place, SourceText } from "../../../model/place.ts";
import type { Hole } from "../../../model/tree.ts";
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
  const text = textIn(content);
  if (text === undefined) return undefined;
  const shell = findText(node, "kind")?.toLowerCase() === "azurepowershell" ? "powershell" : "bash";
  const varies = frame.scope.variation.nodeVaries(properties);
  return {
    shell,
    text: sourceOf(content, text, properties, frame),
    environment: varies ? frame.run.environment.name : undefined,
  };
}

/** What a script says; what is known only during the deployment stands there as a placeholder. */
function textIn(content: Value): string | undefined {
  if (content.form === "scalar") return typeof content.value === "string" ? content.value : undefined;
  if (content.form !== "unknown" || !content.pieces?.some((piece) => typeof piece === "string")) return undefined;
  return content.pieces.map((piece) => (typeof piece === "string" ? piece : placeholderOf(piece))).join("");
}

/** The last words of what a hole stands for: `<resourcegroup name>`. */
function placeholderOf({ token }: Hole): string {
  const words = token.slice(-80).match(/[a-z0-9]+/gi) ?? ["value"];
  return `<${words.slice(-2).join(" ")}>`;
}

function sourceOf(content: Value, text: string, properties: JsonNode, frame: Frame): SourceText {
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
