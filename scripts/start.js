// `npm start` lints the example; with words of your own it is the command itself.
const words = process.argv.slice(2);
process.argv = [...process.argv.slice(0, 2), ...(words.length > 0 ? words : ["examples/platform"])];
await import("../dist/ml-lint.js");
