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
const NPM = ["ci", "install", "audit", "pack"];

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

/** `start` for `npm start -- …` and `npm run start -- …`, and `serve` for `npx mindspore-serving-web serve …`. */
const withOptions = commands.flatMap(({ place, text }) => {
  const ours = new RegExp(`npx ${name} (\\w+)(.*)`).exec(text);
  const script = /npm (?:run )?(?:--silent )?([\w:]+) -- (.*)/.exec(text);
  const [, command, rest] = ours ?? script ?? [];
  const options = [...(rest ?? "").matchAll(/(?:^|\s)(--[\w-]+)/g)].map(([, option]) => option!);
  return command && options.length > 0 ? [{ place, command, options }] : [];
});

describe("options are in the command's own help", () => {
  const names = [...new Set(withOptions.map(({ command }) => command))];
  it.each(names)("%s", (command) => {
    const { stdout } = spawnSync(process.execPath, [...programOf(command), "--help"], { encoding: "utf8" });
    const unknown = withOptions
      .filter((one) => one.command === command)
      .flatMap(({ place, options }) =>
        options
          .filter((option) => !new RegExp(`${option}\\b`).test(stdout))
          .map((option) => `${place} ${option}`),
      );
    expect(unknown).toEqual([]);
  });
});

/** The words of `npm run <command>` behind `node`. */
function programOf(command: string): string[] {
  const [program, ...words] = (scripts[command] ?? "").split(" ");
  if (program === "node") return words;
  throw new Error(`${command} is no command of this package with a --help`);
}
