/** Long error texts as a real Serving 2.0.2 sent them: cut-texts.py made cut-texts.json. */

import { describe, expect, it } from "vitest";
import { errorMessage } from "../../src/demo-serving/protocol/error-message.ts";
import { rulesOf } from "../../src/demo-serving/protocol/release.ts";
import { concat } from "../../src/wire/bytes.ts";
import { cutOf } from "../../src/wire/cut-text.ts";
import { decodeReply, encodeReply } from "../../src/wire/reply.ts";
import { fromHex, toHex } from "../setup/bytes.ts";
import recorded from "./cut-texts.json";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const ends = (before: number, after: number) => `${"a".repeat(before)}...${"b".repeat(after)}`;
const told = recorded.map(({ text, sent_hex }) => ({ text, sent: fromHex(sent_hex) }));
const cuts = told.filter(({ text, sent }) => sent.length !== bytesOf(text).length || text.length === 387);

describe("a text that Serving cut", () => {
  it("is recognised, and other texts are not taken for one", () => {
    expect(cuts.length).toBe(15);
    for (const { text, sent } of told) {
      expect(cutOf(sent) !== undefined, text.slice(0, 120)).toBe(cuts.some((cut) => cut.text === text));
    }
  });

  it("is read as its two ends, in whole characters", () => {
    for (const { text, sent } of cuts) {
      const { start, end } = cutOf(sent)!;
      expect(text.startsWith(start) && text.endsWith(end), text).toBe(true);
      // Less than a character is missing at each side of the mark.
      expect(sent.length - bytesOf(`${start}...${end}`).length, text).toBeLessThanOrEqual(6);
    }
    const halves = cuts.filter(({ sent }) => new TextDecoder().decode(sent).includes("\ufffd"));
    expect(halves.length).toBeGreaterThan(4);
  });

  it("is in a reply's error beside the text as it came", () => {
    for (const { sent } of cuts) {
      const { parts } = encodeReply({ instances: [], errors: [{ code: 3, text: "", bytes: sent }] });
      const [error] = decodeReply(concat(parts as Uint8Array[])).errors;
      expect(error).toEqual({ code: 3, text: new TextDecoder().decode(sent), cut: cutOf(sent) });
    }
  });

  it.each([
    ["one byte shorter", ends(192, 191)],
    ["one byte longer", ends(192, 193)],
    ["the mark one byte late", ends(193, 191)],
    ["as long, without the mark", "a".repeat(387)],
    ["empty", ""],
    ["the mark alone", "..."],
    ["another text in front of one", `Instances input x ${ends(192, 192)}`],
  ])("is not taken for one that is: %s", (_, text) => {
    expect(cutOf(bytesOf(text))).toBeUndefined();
  });
});

describe("the demo worker's texts", () => {
  it("are cut as the real server of 2.0.2 cuts them, byte for byte", () => {
    for (const { text, sent } of told) {
      const { bytes = bytesOf(text) } = errorMessage(2, text, rulesOf("2.0"));
      expect(toHex(bytes), text).toBe(toHex(sent));
    }
  });

  it.each(["1.1", "1.2", "1.3", "1.4"])("are whole in release %s", (release) => {
    for (const { text } of told) expect(errorMessage(2, text, rulesOf(release))).toEqual({ code: 2, text });
  });
});
