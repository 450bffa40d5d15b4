/** The `grpc-timeout` header, written by the client and read by the bridge. */

import { expect, it } from "vitest";
import { formatTimeout, parseTimeout } from "../../src/wire/timeout.ts";

it.each([
  ["1H", 3_600_000],
  ["2M", 120_000],
  ["3S", 3_000],
  ["400m", 400],
  ["5000u", 5],
  ["99999999n", 99.999999],
  ["0m", 0],
])("the grpc-timeout %s is read as %d ms", (text, ms) => expect(parseTimeout(text)).toBeCloseTo(ms, 6));

it.each([undefined, "", "1", "S", "1s", "-1S", "1.5S", "123456789S", " 1S"])(
  "a grpc-timeout of %j is ignored",
  (text) => {
    expect(parseTimeout(text)).toBeUndefined();
  },
);

it.each([
  [1, "1m"],
  [0.2, "1m"],
  [99_999_999, "99999999m"],
  [100_000_000, "100000S"],
  [1e15, "99999999S"],
])("%d ms is written as the grpc-timeout %s", (ms, text) => {
  expect(formatTimeout(ms)).toBe(text);
});
