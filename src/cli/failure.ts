/** Wrong usage or configuration: nothing is linted, and the exit code is 2. */
export class UsageError extends Error {}
