/**
 * google-protobuf as the library is built with it: what src/wire/google-protobuf.d.ts declares, and what that reaches.
 * The package is one file in which all hangs together for a bundler, nine tenths of it for what nobody here calls:
 * generated messages, JSON, text, streams, old browsers.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Constants } from "./constants.ts";
import { readPieces } from "./pieces.ts";
import { print } from "./print.ts";
import { type Members, reach } from "./reach.ts";
import { childrenOf, type Node, parse } from "./syntax.ts";

const FOLDER = "node_modules/google-protobuf";
const FILE = "google-protobuf.js";
const TYPES = "src/wire/google-protobuf.d.ts";

/** Whose cut is held to the whole by test/cut. */
const VERSION = "4.0.3";

/**
 * Its own constants, set as Closure's compiler sets them in a build for production. Node and pages have the language of
 * that year, so TextDecoder, BigInt and typed arrays need no stand-ins. Its asserts hold the reader's own caller to
 * account, who is `src/wire`, after each field; what a message may get wrong it checks by other means.
 */
const CONSTANTS = { "goog.FEATURESET_YEAR": 2022, "goog.asserts.ENABLE_ASSERTS": false };

/** @throws Error for another version, or a file of another shape than is known */
export function cutGoogleProtobuf(folder = FOLDER): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  if (version !== VERSION) {
    throw new Error(
      `${name} ${version} is installed, and the cut is tested with ${VERSION}: set VERSION in build/cut/google-protobuf.ts and run npx vitest run test/cut`,
    );
  }
  const head = `/*! ${name} ${version}, cut to what mindspore-serving-web calls of it | ${license} | licences: THIRD-PARTY.txt */\n`;
  return head + cut(FILE, readFileSync(join(folder, FILE), "utf8"), membersOf(TYPES));
}

/** @param members those that are called, by the exported classes that have them */
export function cut(file: string, text: string, members: Members): string {
  const pieces = readPieces(file, text);
  const constants = new Constants(pieces, CONSTANTS);
  const roots: Record<string, readonly string[]> = {};
  const names: string[] = [];
  for (const [exported, called] of Object.entries(members)) {
    const owner = pieces.exported.get(exported);
    const own = new Set(pieces.all.flatMap((piece) => (piece.owner === owner ? [piece.member] : [])));
    const missing = owner === undefined ? "" : called.find((member) => !own.has(member));
    if (missing !== undefined) {
      throw new Error(`${file} has no ${exported}${missing && `.${missing}`} that ${TYPES} declares`);
    }
    roots[owner!] = called;
    names.push(`${owner} as ${exported}`);
  }
  return `${print(text, pieces, constants, reach(pieces, constants, roots))}export { ${names.join(", ")} };\n`;
}

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
