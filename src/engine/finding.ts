import type { Environment } from "../model/environment.ts";
import type { Place } from "../model/place.ts";
import type { Identity } from "../model/resource.ts";
import type { Step } from "../model/tree.ts";
import type { OfferedFix, Proposal } from "./fix/change.ts";
import type { Level } from "./level.ts";

/** One rule's verdict on one attribute of one resource block, over all environments in which it holds. */
export interface Finding {
  readonly rule: string;
  readonly level: Level;
  readonly message: string;
  readonly help: string;
  readonly at: Place;
  /** From the attribute down to the literal that decides, in the environment whose level is the finding's. */
  readonly trail: readonly Step[];
  /** Every other place the verdict rests on, in any of the environments. */
  readonly related: readonly Step[];
  /** Where it holds and has a severity, by name. */
  readonly environments: readonly Environment[];
  readonly resource: ResourceName | undefined;
  readonly attribute: string | undefined;
  /** The whole resource. */
  readonly block?: Place;
  /** The calls of modules or deployments through which the resource came to be. */
  readonly calls?: readonly Place[];
  /** The verdict rests on a secret: what is shown of the code is masked. */
  readonly sensitive?: true;
  /** What would mend it, for each instance in each environment; nothing of it is decided yet. */
  readonly proposals?: readonly Proposal[];
  /** A comment that may go as a whole: that mends it. */
  readonly superfluous?: Place;
  /** What mends it and changes nothing else; only where fixes were asked for. */
  readonly fix?: OfferedFix;
  /** Each instance in each environment for which it holds; what is about no resource has none. */
  readonly verdicts?: readonly Verdict[];
  /** The same finding for some of its environments: the level and the words are those of the worst among them. */
  readonly within?: (environments: ReadonlySet<string>) => Finding;
  /** Where a change touches it, if that is elsewhere than its place. */
  readonly changedAt?: Place;
  /** The same over moves and reformatting: rule, root, address and attribute. */
  readonly fingerprint: string;
}

/** A finding on one instance of a resource in one environment. */
export interface Verdict {
  readonly address: string;
  /** The name of the environment that the resource itself belongs to. */
  readonly environment: string;
  readonly level: Level;
}

/** A resource as a report names it. */
export interface ResourceName extends Identity {
  readonly type: string;
  readonly kind: string;
}

/** A check that could not be decided, with the cause that groups it with its like. */
export interface UndecidedCheck {
  readonly rule: string;
  readonly why: string;
  readonly resource: ResourceName;
  readonly at: Place;
  /** The whole resource, and the calls through which it came to be. */
  readonly within: readonly Place[];
  readonly environments: readonly Environment[];
}
