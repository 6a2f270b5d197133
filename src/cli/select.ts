import { decode } from "./decode.ts";
import type { DiskFiles } from "./files.ts";
import { interestIn } from "./kinds-of-files.ts";

/** What a file must hold for a parser to look at it. */
const marks = [
  "deploymentTemplate\\.json|deploymentParameters\\.json",
  '"resource_changes"|"planned_values"',
  "Microsoft\\.MachineLearningServices|Microsoft\\.AzureML\\.Kubernetes",
  "azuremlschemas|amlarc\\.azureml\\.com",
  "\\baz[ \\t]+ml\\b|k8s-extension",
  "enableInference|enableTraining|inferenceRouter|sslCname",
];

const anyMark = new RegExp(marks.join("|"), "i");

/** Whether a file, whose name alone does not tell, speaks of our subject. */
export function speaksOfOurSubject(bytes: Buffer): boolean {
  const hasWideCharacters = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return anyMark.test(hasWideCharacters ? decode(bytes) : bytes.toString("latin1"));
}

/** Keeps the files that a parser should see; their bytes are read once. */
export function selectFiles(paths: readonly string[], files: DiskFiles): string[] {
  return paths.filter((path) => {
    if (interestIn(path) === "always") return true;
    const bytes = files.readBytes(path);
    if (bytes === undefined || !speaksOfOurSubject(bytes)) return false;
    files.keep(path, bytes);
    return true;
  });
}
