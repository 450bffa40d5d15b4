/** What `npm run bench` is told, and what it says to mistakes. */

import { expect, it } from "vitest";
import { parse } from "./options.ts";

it("told nothing, the bench measures calls, memory, codec and size in Chromium, without a base", () => {
  expect(parse([])).toMatchObject({
    base: undefined,
    rounds: 8,
    engines: ["chromium"],
    tables: ["calls", "memory", "codec", "size"],
    stacks: ["by-hand", "ours", "grpc-web", "connect", "protobuf-ts", "nice-grpc"],
  });
});

it("with a base its client is one more column", () => {
  expect(parse(["--base", "main"])?.stacks).toContain("base");
  expect(parse(["--base", "main", "--stacks", "ours,base"])?.stacks).toEqual(["ours", "base"]);
});

it("--help gives no options", () => {
  expect(parse(["--help"])).toBeUndefined();
});

it.each([
  [["--fast"], "Unknown option '--fast'; --help lists the options."],
  [["--rounds", "0"], "--rounds 0: give a whole number from 1 to 1000."],
  [["--browser", "safari"], "--browser safari: give some of chromium,firefox,webkit."],
  [["--only", "times"], "--only times: give some of calls,memory,codec,size,link."],
  [
    ["--stacks", "raw"],
    "--stacks raw: give some of by-hand,ours,base,grpc-web,connect,protobuf-ts,nice-grpc.",
  ],
  [["--stacks", "ours,base"], "--stacks base: name its commit as well, with --base REV."],
  [["--work", "big"], "--work big: give some of small,"],
])("%j is told to be a mistake, with what to give", (words, sentence) => {
  expect(() => parse(words)).toThrow(sentence);
});
