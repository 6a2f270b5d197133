import type { Kind, Kinds } from "../model/kinds.ts";
import type { Resource } from "../model/resource.ts";
import { withoutSecrets } from "../model/secret-attributes.ts";
import type { Value } from "../model/value.ts";
import { derivedReading, type Reading, type ReadingContext, readingOf, type Said, type Show } from "./reading.ts";
import { addressFrom, andPerhapsMore } from "./show.ts";

/** One row of the table: what is read from a resource of a kind, and under which name. */
export interface Control<K extends Kind = Kind> {
  /** Stable, for programs. */
  readonly id: string;
  readonly label: string;
  /** Findings on these attributes are objections to it. */
  readonly attributes: readonly string[];
  /** Left out where no environment writes it. */
  readonly quiet?: true;
  /** Left out where it makes no sense for a resource. */
  readonly appliesTo?: (resource: Resource<K>) => boolean;
  readonly read: (resource: Resource<K>, context: ReadingContext) => Reading;
}

/** What is compared of one kind. */
export interface KindOfControls<K extends Kind = Kind> {
  readonly kind: K;
  /** "Workspace", "Key vault": what stands above its rows. */
  readonly label: string;
  readonly controls: readonly Control<K>[];
}

type Extras<K extends Kind> = Partial<Pick<Control<K>, "quiet" | "appliesTo">> & { readonly also?: readonly string[] };

/** Writes controls of one kind. */
export interface Writer<K extends Kind> {
  /** A control that shows one attribute. */
  attribute<A extends keyof Kinds[K] & string>(
    name: A,
    label: string,
    show: Show<Kinds[K][A]>,
    extras?: Extras<K>,
  ): Control<K>;
  /** A control that shows a value computed from several attributes. */
  value<T>(
    id: string,
    label: string,
    read: (resource: Resource<K>) => Value<T>,
    show: Show<T>,
    extras?: Extras<K>,
  ): Control<K>;
  /** A control about other resources. */
  derived(
    id: string,
    label: string,
    say: (resource: Resource<K>, context: ReadingContext) => Said,
    extras?: Extras<K>,
  ): Control<K>;
  /** A control that names the resources of a kind whose attribute points at this one. */
  pointing<L extends Kind>(
    id: string,
    label: string,
    kind: L,
    attribute: keyof Kinds[L] & string,
    extras?: Extras<K>,
  ): Control<K>;
}

/** The controls of a kind, in the order of their rows. */
export function controlsOf<K extends Kind>(
  kind: K,
  label: string,
  write: (writer: Writer<K>) => readonly Control<K>[],
): KindOfControls {
  return { kind, label, controls: write(writer<K>()) } as unknown as KindOfControls;
}

function writer<K extends Kind>(): Writer<K> {
  const control = (id: string, label: string, extras: Extras<K> = {}, read: Control<K>["read"]): Control<K> => {
    const { also = [], ...rest } = extras;
    return { id, label, attributes: [id, ...also], read, ...rest };
  };
  return {
    attribute: (name, label, show, extras) =>
      control(name, label, extras, (resource, context) => {
        const value = withoutSecrets(resource, name, resource.attributes[name] as Value<unknown>);
        return readingOf(value as Value<Kinds[K][typeof name]>, show, { ...context, attribute: name });
      }),
    value: (id, label, read, show, extras) =>
      control(id, label, extras, (resource, context) => readingOf(read(resource), show, context)),
    derived: (id, label, say, extras) =>
      control(id, label, extras, (resource, context) => derivedReading(say(resource, context), context)),
    pointing: (id, label, kind, attribute, extras) =>
      control(id, label, extras, (resource, context) => {
        const { links } = context;
        const found = links.pointingTo(resource, kind, attribute, resource.environment);
        const names = found.resources.map(({ identity }) => addressFrom(resource, identity.address)).join(", ");
        const why = found.unresolved ?? found.unresolvedUncertain ?? mayExist(found.uncertain);
        const reading = derivedReading(
          why === undefined ? names || "none" : { text: andPerhapsMore(names), unknown: why },
          context,
        );
        return { ...reading, written: names !== "" };
      }),
  };
}

function mayExist([first]: readonly Resource[]): string | undefined {
  return first === undefined || first.existence.certain ? undefined : first.existence.why;
}
