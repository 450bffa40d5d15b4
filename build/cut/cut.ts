/** A package's compiled file, cut to what is called of it. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Constants, type Given } from "./constants.ts";
import { type Pieces, readPieces } from "./pieces.ts";
import { print } from "./print.ts";
import { type Members, reach } from "./reach.ts";

/** What is known of a package, and what is wanted. */
export interface Known {
  /** The version whose cut is held to the whole by test/cut. */
  version: string;
  /** Its one file. */
  file: string;
  /** What is called, by exported names: members of classes; none for what has none. */
  members: Members;
  /** Members that others call on what they are given. */
  handedOut?: readonly string[];
  /** What is set anew. */
  given: Given;
}

/** @throws Error for another version, or a file of another shape than is known */
export function cutPackage(folder: string, known: Known): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  if (version !== known.version) {
    throw new Error(
      `${name} ${version} is installed, and the cut is tested with ${known.version}: set its version in build/cut/${name}.ts and run npx vitest run test/cut`,
    );
  }
  const head = `/*! ${name} ${version}, cut to what mindspore-serving-web calls of it | ${license} | licences: THIRD-PARTY.txt */\n`;
  return head + cut(readFileSync(join(folder, known.file), "utf8"), known);
}

export function cut(text: string, { file, members, handedOut = [], given }: Omit<Known, "version">): string {
  const pieces = readPieces(file, text);
  const constants = new Constants(pieces, given);
  const roots: Record<string, readonly string[]> = {};
  const names: string[] = [];
  for (const [exported, called] of Object.entries(members)) {
    const owner = ownName(pieces, exported);
    const own = new Set(pieces.all.flatMap((piece) => (piece.owner === owner ? [piece.member] : [])));
    const missing = owner === undefined ? "" : called.find((member) => !own.has(member));
    if (missing !== undefined) {
      throw new Error(`${file} has no ${exported}${missing && `.${missing}`} any more, which src calls`);
    }
    roots[owner!] = called;
    names.push(`${owner} as ${exported}`);
  }
  const kept = reach(pieces, constants, roots, handedOut);
  return `${print(text, pieces, constants, kept)}export { ${names.join(", ")} };\n`;
}

/** The name that something exported was declared by. */
function ownName({ exported, byName }: Pieces, name: string): string | undefined {
  let own = exported.get(name);
  for (;;) {
    const value = own === undefined ? undefined : byName.get(own)?.value;
    if (value?.type !== "Identifier") return own;
    own = value.name;
  }
}
