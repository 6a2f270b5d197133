import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { md5, sha1, sha256 } from "../../../src/parsers/terraform/functions/digest.ts";
import { sha512 } from "../../../src/parsers/terraform/functions/digest-wide.ts";

it.each([
  ["md5", md5],
  ["sha1", sha1],
  ["sha256", sha256],
  ["sha512", sha512],
])("%s agrees with the platform, around the ends of blocks too", (name, digest) => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(Buffer.from(digest(bytes)).toString("hex")).toBe(createHash(name).update(bytes).digest("hex"));
    }),
  );
  for (let length = 0; length <= 260; length++) {
    const bytes = new Uint8Array(length).fill(length);
    expect(Buffer.from(digest(bytes)).toString("hex")).toBe(createHash(name).update(bytes).digest("hex"));
  }
});
