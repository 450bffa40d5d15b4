/** Names and versions. */

import { instance, quoted, type RawRequest, request, spec } from "./raw.ts";
import { counting, ones } from "./values.ts";

const good = instance({ x1: ones, x2: counting });

const SERVABLES = [
  "nope",
  "",
  "Add",
  "add ",
  " add",
  "add/1",
  "加法",
  "😀",
  "add\u0000",
  "add\n",
  "%s%n",
  "__proto__",
  "constructor",
  "x".repeat(100),
  // Texts above 384 bytes are cut in the middle: just not yet, just so, and within a character.
  "x".repeat(328),
  "x".repeat(329),
  "é".repeat(300),
];
const METHODS = [
  "nope",
  "",
  "add_common ",
  "ADD_COMMON",
  "add_common2",
  "方法",
  "add_common\u0000",
  "__proto__",
  "size",
  "m".repeat(400),
];
const VERSIONS = [1n, 2n, 3n, 7n, 10n, 2n ** 31n, 2n ** 32n, 2n ** 53n + 1n, 2n ** 63n, 2n ** 64n - 1n];
const SERVED = ["add", "add_sub", "bulk", "digits", "echo", "faulty", "resnet50", "slow", "subgraphs"];

export const specs: readonly RawRequest[] = [
  ...SERVABLES.map((name) => request(`servable ${quoted(name)}`, spec(name, "add_common"), good)),
  ...METHODS.map((name) => request(`method ${quoted(name)}`, spec("add", name), good)),
  ...VERSIONS.map((version) => request(`version ${version}`, spec("add", "add_common", version), good)),
  ...[1n, 2n, 3n].map((version) =>
    request(`an unknown method of version ${version}`, spec("add", "nope", version), good),
  ),
  ...SERVED.map((name) => request(`an unknown method of ${name}`, spec(name, "nope"), good)),
  ...SERVED.map((name) => request(`version 9 of ${name}`, spec(name, "nope", 9), good)),
  request("version 1 of a servable without models", spec("echo", "echo", 1), instance({ a: ones })),
  request("an unknown servable with a version", spec("nope", "m", 3), good),
  request("an unknown servable without instances", spec("nope", "m")),
  request("a message without anything"),
  request("a request without a spec", good),
];
