import type { SourceText } from "../../../model/place.ts";
import type { CallContext } from "../functions/context.ts";
import { failure } from "../values/value.ts";
import type { Frame, Names, Resolution } from "./frame.ts";
import type { Run } from "./run.ts";

/** Where only literals may stand: variable files, defaults, module sources. */
class NoNames implements Names {
  readonly calls: CallContext = {
    files: { read: () => undefined, readBytes: () => undefined, list: () => [] },
    directory: "",
    evaluateTemplate: () => failure("templates may not be used here"),
  };

  resolve(): Resolution {
    return { value: failure("it refers to another value, and only literal ones may stand here"), taken: 0 };
  }

  attributeOf(): undefined {
    return undefined;
  }

  elementOf(): undefined {
    return undefined;
  }
}

const noNames = new NoNames();

export function constantFrame(source: SourceText, run: Run): Frame {
  return { run, names: noNames, source, bindings: undefined };
}
