/** Commands in the documents exist, and take the options that they are given. */

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import process from "node:process";
import { describe, expect, it } from "vitest";
import { type Block, blocksOf, documents } from "./markdown.ts";

interface Manifest {
  name: string;
  scripts: Record<string, string>;
  bin?: Record<string, string>;
}

const { name, scripts, bin } = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;

/** npm's own words, which are no scripts of ours. */
const NPM = ["ci", "install", "create", "audit", "pack", "publish"];

interface Command {
  place: string;
  text: string;
}

/** Lines of shell, continued lines joined, comments gone; and `npm …` and `npx …` in the prose. */
const commands: Command[] = [
  ...blocksOf("sh").flatMap((block: Block) =>
    block.code
      .replace(/\\\n\s*/g, " ")
      .split("\n")
      .map((line) => ({
        place: `${block.document}:${block.line}`,
        text: line.replace(/(^|\s)#.*/, "").trim(),
      })),
  ),
  ...documents.flatMap(({ path, prose }) =>
    [...prose.matchAll(/`(np[mx] [^`]+)`/g)].map(([, text]) => ({ place: path, text: text! })),
  ),
].filter(({ text }) => /^(\w+=\S+ )*np[mx] /.test(text));

it("npm commands are scripts of this package, or npm's own", () => {
  const unknown = commands.filter(({ text }) => {
    const word = /npm (?:--?[\w-]+ )*(?:run (?:--?[\w-]+ )*)?([\w:-]+)/.exec(text)?.[1];
    return word !== undefined && !NPM.includes(word) && !Object.hasOwn(scripts, word);
  });
  expect(unknown).toEqual([]);
  expect(commands.length).toBeGreaterThan(10);
});

it("npx commands are this package's, and tests that npx vitest is given exist", () => {
  const known = Object.keys(bin ?? { [name]: "" });
  const unknown = commands.filter(({ text }) => {
    const [, command, path] = /^npx (\S+)(?: run (\S+))?/.exec(text) ?? [];
    if (command === undefined) return false;
    if (command !== "vitest") return !known.includes(command);
    return path === undefined || !(existsSync(path) || existsSync(`${path}.test.ts`));
  });
  expect(unknown).toEqual([]);
});

/** The package's own command, in the sources. */
const MAIN = "src/cli/main.ts";

/** Each of this package's commands, the words of its program behind `node`, and the options that it is given. */
const calls = commands.flatMap(({ place, text }) => {
  const [, packaged, words] = new RegExp(`^npx ${name} ([\\w-]+)(.*)`).exec(text) ?? [];
  const [, script, behind] = /^(?:\w+=\S+ )*npm (?:run )?(?:--silent )?([\w:]+) -- (.*)/.exec(text) ?? [];
  const options = [...(words ?? behind ?? "").matchAll(/(?:^|\s)(--[\w-]+)/g)].map(([, option]) => option!);
  if (packaged) return [{ place, text, program: ["--import", "tsx", MAIN, packaged], options }];
  const [program, ...rest] = (scripts[script ?? ""] ?? "").split(" ");
  return program === "node" ? [{ place, text, program: rest, options }] : [];
});

describe("a command is there, and its help lists the options that it is given", () => {
  const programs = new Map(calls.map(({ program }) => [program.join(" "), program]));
  it.each([...programs])("%s", (key, program) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [...program, "--help"], {
      encoding: "utf8",
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const unknown = calls
      .filter((call) => call.program.join(" ") === key)
      .flatMap(({ place, options }) => options.map((option) => ({ place, option })))
      .filter(({ option }) => !new RegExp(`${option}\\b`).test(stdout));
    expect(unknown).toEqual([]);
  });
});
