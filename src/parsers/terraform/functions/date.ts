import { numberType, stringType } from "../values/type.ts";
import { failure, type Outcome, unknownValue } from "../values/value.ts";
import type { Call } from "./call.ts";
import { formatDate } from "./date-format.ts";
import { type Definitions, type FunctionDefinition, text } from "./definition.ts";
import { parseDuration } from "./duration.ts";
import { parseTime, timeText } from "./time.ts";

export const dateFunctions: Definitions = {
  formatdate: {
    parameters: [text("format"), text("time")],
    returns: stringType,
    run: (call) => {
      const time = parseTime(call.text(1));
      if (typeof time === "string") return failure(time, 1);
      const result = formatDate(call.text(0), time);
      return "wrong" in result ? failure(result.wrong, 0) : call.textResult(result.text);
    },
  },
  timeadd: {
    parameters: [text("timestamp"), text("duration")],
    returns: stringType,
    run: (call) => {
      const time = parseTime(call.text(0));
      if (typeof time === "string") return failure(time, 0);
      const duration = parseDuration(call.text(1));
      if (duration === undefined) return failure(`"${call.text(1)}" is no duration such as 1h30m`, 1);
      return call.textResult(timeText({ ...time, nanoseconds: time.nanoseconds + duration }));
    },
  },
  timecmp: { parameters: [text("timestamp_a"), text("timestamp_b")], returns: numberType, run: compareTimes },
  timestamp: now("timestamp is the time of the run"),
  plantimestamp: now("plantimestamp is the time of the plan"),
};

function compareTimes(call: Call): Outcome {
  const [a, b] = [parseTime(call.text(0)), parseTime(call.text(1))];
  if (typeof a === "string") return failure(a, 0);
  if (typeof b === "string") return failure(b, 1);
  return call.numberResult(a.nanoseconds < b.nanoseconds ? -1 : a.nanoseconds > b.nanoseconds ? 1 : 0);
}

function now(why: string): FunctionDefinition {
  return {
    parameters: [],
    returns: stringType,
    run: (call) => unknownValue(stringType, { why, notNull: true }, call.origin),
  };
}
