/** Something that the user has to change first: nothing is linted, and the exit code is 2. */
export class Refusal extends Error {}

/** A command line that cannot be understood; the help says how it is used. */
export class UsageError extends Refusal {}
