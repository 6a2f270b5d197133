/** Where ml-lint deliberately answers otherwise than Terraform: what it answers, and why. */
export interface Difference {
  readonly expression: string;
  readonly answer: string;
  readonly why: string;
}

const mappedAddress = "Terraform takes an IPv4 address inside IPv6 for four bytes and prints no address of the network";

export const differences: readonly Difference[] = [
  {
    expression: "yamldecode(yamlencode({ a = local.unknown }))",
    answer: "{ a = unknown }",
    why: "an encoded value is remembered, so that what is known of it stays known",
  },
  {
    expression: 'startswith(join(",", ["a", local.unknown_string]), "a,")',
    answer: "true",
    why: "join keeps the known pieces of its result",
  },
  {
    expression: 'rsadecrypt("a", "b")',
    answer: "unknown",
    why: "secrets are not decrypted, nor is the attempt checked",
  },
  { expression: 'base64gzip("a")', answer: "unknown", why: "its bytes depend on how Go's compressor chooses" },
  {
    expression: 'templatestring("literal", {})',
    answer: '"literal"',
    why: "Terraform wants a name there, and says so; its value would be the same",
  },
  { expression: 'provider::x::y("a")', answer: "unknown", why: "which functions a provider has is not known" },
  { expression: "jsonencode(-0)", answer: '"0"', why: "there is no negative zero" },
  { expression: 'title("ǆ")', answer: '"Ǆ"', why: "four letters that are two have title forms of their own" },
  {
    expression: "pow(1.5, 2.5)",
    answer: "2.7556759606310752",
    why: "logarithms of JavaScript and Go may differ in the last digit",
  },
  {
    expression: '{ a = 1 }[sensitive("a")]',
    answer: "sensitive(1)",
    why: "Terraform forgets the mark of the key, from which the value could be told",
  },
  {
    expression: 'regex("(?P<a>x)(?P<a>y)", "xy")',
    answer: "an error",
    why: "the engine for patterns refuses two groups of one name",
  },
  { expression: 'cidrhost("::ffff:10.0.0.0/104", 1)', answer: '"10.0.0.1"', why: mappedAddress },
  { expression: 'cidrhost("::ffff:0:0/96", 1)', answer: '"0.0.0.1"', why: mappedAddress },
  { expression: 'cidrsubnet("::ffff:10.0.0.0/104", 8, 1)', answer: '"10.1.0.0/112"', why: mappedAddress },
  {
    expression: 'cidrsubnet("10.1.2.0/24", -1, 0)',
    answer: "an error",
    why: "Terraform takes a negative number of bits without a word",
  },
  {
    expression: 'cidrsubnet("10.1.2.0/24", 4, -1)',
    answer: "an error",
    why: "Terraform takes a negative network number and prints no part of the network",
  },
];
