/** What a file must hold to give variables to Terraform. */
export const carrierMarks: readonly string[] = ["TF_VAR_", "-var"];

const pipelines = /\.ya?ml$/i;
const scripts = /\.(?:sh|bash|zsh|ksh|azcli|ps1|psm1)$/i;

/** What a pipeline must hold to call a template that runs Terraform, or a script to run it. */
export const terraformMarks: readonly string[] = ["terraform", "Terraform", "tofu", "TF_VAR_"];

export function isPipeline(path: string): boolean {
  return pipelines.test(path);
}

export function isPipelineOrScript(path: string): boolean {
  return pipelines.test(path) || scripts.test(path);
}

/** Whether a file may give variables to Terraform. */
export function mayGiveVariables(text: string): boolean {
  return carrierMarks.some((mark) => text.includes(mark)) && terraformMarks.some((mark) => text.includes(mark));
}
