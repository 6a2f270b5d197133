declare const __ML_LINT_VERSION__: string | undefined;

/** The version of the package, put in place by the bundler. */
export const version = typeof __ML_LINT_VERSION__ === "string" ? __ML_LINT_VERSION__ : "0.0.0";
