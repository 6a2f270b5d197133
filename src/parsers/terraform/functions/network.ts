import { truncated } from "../values/number.ts";
import { listType, stringType } from "../values/type.ts";
import { type Failure, failure, listValue, type Outcome, stringValue, type TerraformValue } from "../values/value.ts";
import { addressText, type Network, networkText, parseNetwork } from "./address.ts";
import type { Call } from "./call.ts";
import { type Definitions, number, text } from "./definition.ts";

const prefix = text("prefix");

export const networkFunctions: Definitions = {
  cidrhost: { parameters: [prefix, number("hostnum")], returns: stringType, run: host },
  cidrnetmask: { parameters: [prefix], returns: stringType, run: netmask },
  cidrsubnet: { parameters: [prefix, number("newbits"), number("netnum")], returns: stringType, run: subnet },
  cidrsubnets: { parameters: [prefix], rest: number("newbits"), returns: listType(stringType), run: subnets },
};

function networkOf(call: Call): Network | Failure {
  return parseNetwork(call.text(0)) ?? failure(`"${call.text(0)}" is no network in CIDR notation`, 0);
}

function whole(call: Call, at: number): bigint | Failure {
  const value = call.number(at);
  const result = truncated(value);
  const exact = result !== undefined && (typeof value === "number" ? Number.isInteger(value) : value.exponent >= 0);
  return exact ? result : failure("a whole number is required", at);
}

function host(call: Call): Outcome {
  const network = networkOf(call);
  if ("form" in network) return network;
  const wanted = whole(call, 1);
  if (typeof wanted !== "bigint") return wanted;
  const size = 1n << BigInt(network.bits - network.length);
  const offset = wanted < 0n ? wanted + size : wanted;
  if (offset < 0n || offset >= size) return failure(`a prefix of ${network.length} bits has no host ${wanted}`, 1);
  return call.textResult(addressText(network.address + offset, network.bits));
}

function netmask(call: Call): Outcome {
  const network = networkOf(call);
  if ("form" in network) return network;
  if (network.bits === 128) return failure("IPv6 networks have no netmask", 0);
  const ones = (1n << BigInt(network.length)) - 1n;
  return call.textResult(addressText(ones << BigInt(32 - network.length), 32));
}

function subnet(call: Call): Outcome {
  const network = networkOf(call);
  if ("form" in network) return network;
  const [bits, wanted] = [whole(call, 1), whole(call, 2)];
  if (typeof bits !== "bigint") return bits;
  if (typeof wanted !== "bigint") return wanted;
  const length = network.length + Number(bits);
  if (bits < 0n) return failure("the number of new bits must not be negative", 1);
  if (length > network.bits) return failure(`a prefix of ${network.length} bits cannot grow by ${bits}`, 1);
  if (wanted < 0n || wanted >= 1n << bits) return failure(`${bits} bits cannot hold the number ${wanted}`, 2);
  const address = network.address + (wanted << BigInt(network.bits - length));
  return call.textResult(networkText({ ...network, address, length }));
}

function subnets(call: Call): Outcome {
  const network = networkOf(call);
  if ("form" in network) return network;
  const results: TerraformValue[] = [];
  let next = network.address;
  const end = network.address + (1n << BigInt(network.bits - network.length));
  for (let at = 1; at < call.args.length; at++) {
    const bits = whole(call, at);
    if (typeof bits !== "bigint") return bits;
    if (bits < 1n) return failure("at least one new bit is needed", at);
    if (bits > 32n) return failure("a prefix cannot grow by more than 32 bits", at);
    const length = network.length + Number(bits);
    if (length > network.bits) return failure(`a prefix of ${network.length} bits cannot grow by ${bits}`, at);
    const size = 1n << BigInt(network.bits - length);
    const start = ((next + size - 1n) / size) * size;
    if (start + size > end) return failure(`the network has no room for a prefix of ${length} bits`, at);
    results.push(stringValue(networkText({ ...network, address: start, length }), call.origin));
    next = start + size;
  }
  return listValue(stringType, results, call.origin);
}
