/**
 * google-protobuf as the library is built with it: what src/wire/google-protobuf.d.ts declares, and what that reaches.
 * The package is one file in which all hangs together for a bundler, nine tenths of it for what nobody here calls:
 * generated messages, JSON, text, streams, old browsers.
 */

import { readFileSync } from "node:fs";
import type { Known } from "./cut.ts";
import type { Members } from "./reach.ts";
import { childrenOf, type Node, parse } from "./syntax.ts";

const TYPES = "src/wire/google-protobuf.d.ts";

/**
 * Its own constants, set as Closure's compiler sets them in a build for production. Node and pages have the language of
 * that year, so TextDecoder, BigInt and typed arrays need no stand-ins. Its asserts hold the reader's own caller to
 * account, who is `src/wire`, after each field; what a message may get wrong it checks by other means.
 */
const CONSTANTS = { "goog.FEATURESET_YEAR": 2022, "goog.asserts.ENABLE_ASSERTS": false };

export const googleProtobuf = (): Known => ({
  version: "4.0.3",
  file: "google-protobuf.js",
  members: membersOf(TYPES),
  given: CONSTANTS,
});

/** The methods that a declaration file has, by its classes. */
function membersOf(types: string): Members {
  const members: Record<string, string[]> = {};
  const visit = (node: Node) => {
    if (node.type === "ClassDeclaration") {
      members[node.id!.name] = node.body.body.flatMap((member) =>
        member.type === "MethodDefinition" &&
        member.kind !== "constructor" &&
        member.key.type === "Identifier"
          ? [member.key.name]
          : [],
      );
    } else for (const child of childrenOf(node)) visit(child);
  };
  for (const statement of parse(types, readFileSync(types, "utf8"))) visit(statement);
  return members;
}
