import { describe, expect, it } from "vitest";
import { isError } from "../../src/client/errors/errors.ts";
import { toResult } from "../../src/client/serving/outcome.ts";
import type { Release } from "../../src/client/serving/release.ts";
import type { DType } from "../../src/tensor/dtype-data.ts";
import { Tensor } from "../../src/tensor/tensor.ts";
import { concat } from "../../src/wire/bytes.ts";
import type { OutputValue } from "../../src/wire/output.ts";
import { decodeReply, encodeReply } from "../../src/wire/reply.ts";
import { fromBase64, fromHex } from "../setup/bytes.ts";
import { replies, toElement } from "./golden.ts";

interface PythonNdarray {
  ndarray: DType;
  shape: number[];
  values: (number | string | boolean)[];
}

type PythonOutput = PythonNdarray | { bytes_base64: string } | string | PythonOutput[];

/** What `infer` gives where the Python client gives this. A 0-d array is a bare value here. */
function expected(output: PythonOutput): unknown {
  if (typeof output === "string") return output;
  if (Array.isArray(output)) return output.map(expected);
  if ("bytes_base64" in output) return fromBase64(output.bytes_base64);
  const elements = output.values.map((value) => toElement(value, output.ndarray));
  if (output.shape.length === 0) return elements[0];
  return { dtype: output.ndarray, shape: output.shape, elements };
}

/** The same account of what came out. */
function actual(value: OutputValue): unknown {
  if (!(value instanceof Tensor)) return value;
  const elements = value.shape.includes(0)
    ? []
    : (value.toArray() as unknown[]).flat(Number.POSITIVE_INFINITY as 5);
  return { dtype: value.dtype, shape: value.shape, elements };
}

const mapValues = <A, B>(record: Record<string, A>, f: (value: A) => B) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, f(value)]));

describe("reply vectors, as the Python client reads them", () => {
  for (const entry of replies) {
    const release = entry.release.slice(1) as Release;
    it(entry.id, () => {
      const result = toResult(decodeReply(fromHex(entry.hex)), release);
      const python = entry.python_client_result as
        | { raises: string }
        | { error: string }
        | Record<string, PythonOutput>[];
      if (!Array.isArray(python)) {
        if ("raises" in python && python.raises.startsWith("UnicodeDecodeError")) {
          // Python stops at a text that is not UTF-8. Here an output's bytes are given, and an error that Serving cut
          // within a character is read.
          if (isError(result)) expect(result.cut).toBeDefined();
          else expect(result).toEqual([{ v: new Uint8Array([0xff, 0xfe]) }]);
        } else if (!isError(result)) {
          expect.fail("a result was read where Python has an error");
        } else if ("raises" in python) {
          expect(result.kind).toBe("protocol");
          expect(result.error).not.toBe("");
        } else {
          expect(result.error).toBe(python.error);
          expect(result.hint.en).toBeTruthy();
        }
        return;
      }
      expect(isError(result)).toBe(false);
      if (isError(result)) return;
      const ours = result.map((outcome) =>
        isError(outcome)
          ? { error: outcome.error }
          : mapValues(outcome as Record<string, OutputValue>, actual),
      );
      const theirs = python.map((outcome) =>
        typeof outcome.error === "string" ? { error: outcome.error } : mapValues(outcome, expected),
      );
      expect(ours).toEqual(theirs);
    });
  }
});

// Those of 2.0 the demo worker answers itself, byte for byte: test/demo-serving/golden.test.ts.
const answered = replies.filter(
  ({ source, release }) => !source.includes("constructed") && release !== "r2.0",
);

describe("replies encoded by the demo worker's side of the codec", () => {
  for (const entry of answered) {
    it(entry.id, () => {
      const reply = decodeReply(fromHex(entry.hex));
      const again = concat(encodeReply(reply).parts as Uint8Array[]);
      expect(decodeReply(again)).toEqual(reply);
      expect(again.length).toBe(entry.hex.length / 2);
    });
  }
});

it("texts of one total length, split in other places, keep their places", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const texts = [["abcdef"], ["ab", "cd"], ["a", "bcd"], ["abcdef"]];
  const instances = texts.map((values) => new Map([["y", { dtype: 13, bytesVal: values.map(bytes) }]]));
  const { parts } = encodeReply({ instances, errors: [] });
  const result = toResult(decodeReply(concat(parts as Uint8Array[])), "2.0");
  expect(result).toEqual([{ y: "abcdef" }, { y: ["ab", "cd"] }, { y: ["a", "bcd"] }, { y: "abcdef" }]);
});
