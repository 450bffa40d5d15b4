/** Columns beside each other, and what the bench says of targets. */

import { expect, it } from "vitest";
import type { Pair } from "./samples.ts";
import { isBehind, ratios, relativeTimes, standing } from "./standing.ts";
import { callTargets, verdicts } from "./targets.ts";

const pair = (raw: number, stack: number): Pair => ({
  raw: { ms: raw, block: 1 },
  stack: { ms: stack, block: 2 },
});

it("a call's time is that of the raw calls beside it, round by round", () => {
  const row = relativeTimes({ ours: [pair(10, 11), pair(20, 10)], connect: "failed: no fetch" });
  expect(row).toEqual({ ours: [1.1, 0.5], connect: "failed: no fetch", raw: [1, 1] });
});

it("a ratio of two columns is taken in each round, and as many as both have", () => {
  expect(ratios({ ours: [2, 6, 5], base: [1, 2] }, "ours", "base")).toEqual([2, 3]);
});

it("a column that failed, is empty or missing has no ratio", () => {
  expect(ratios({ ours: [1], connect: "failed: x" }, "ours", "connect")).toBeUndefined();
  expect(ratios({ ours: [1], connect: [] }, "ours", "connect")).toBeUndefined();
  expect(ratios({ ours: [1] }, "ours", "connect")).toBeUndefined();
});

it("behind is whose ratios lie above 1 with all of their middle half", () => {
  expect(isBehind([0.99, 0.99, 1.2, 1.3, 1.4])).toBe(false);
  expect(isBehind([0.9, 1.01, 1.2, 1.3, 1.4])).toBe(true);
});

it("a row names all that ours is behind, with how far", () => {
  const row = { ours: [1.2, 1.2], connect: [1, 1], "protobuf-ts": [1.1, 1.1], "nice-grpc": [2, 2] };
  expect(standing(row, "ours", ["connect", "protobuf-ts", "nice-grpc"])).toBe(
    "**behind** connect-web + protobuf-es 1.20 (1.20–1.20), protobuf-ts 1.09 (1.09–1.09)",
  );
});

it("ahead of all, a row names the one that comes nearest, and those that failed count for nothing", () => {
  const row = { ours: [1], connect: [4], "protobuf-ts": [2], "nice-grpc": "failed: x" };
  expect(standing(row, "ours", ["connect", "protobuf-ts", "nice-grpc"])).toBe(
    "met; nearest: protobuf-ts 0.50 (0.50–0.50)",
  );
  expect(standing({ ours: [1], "nice-grpc": "failed: x" }, "ours", ["nice-grpc"])).toBeUndefined();
});

it("a target is met by the median of the rounds", () => {
  const [target] = callTargets("jpegs", "chromium");
  expect(verdicts({ raw: [1, 1, 1], ours: [0.7, 0.8, 3] }, [target!])).toBe("≤ 0.8 × raw `fetch`: met, 0.80");
  expect(verdicts({ raw: [1, 1, 1], ours: [0.7, 0.81, 0.9] }, [target!])).toBe(
    "≤ 0.8 × raw `fetch`: **missed**, 0.81",
  );
});

it("a File's target is the Blob made beforehand of the same round, not the raw call", () => {
  const [target] = callTargets("file-up", "chromium");
  expect(verdicts({ raw: [1, 1], "raw-blob": [0.5, 0.4], ours: [0.55, 0.48] }, [target!])).toBe(
    "≤ 1.1 × raw, of a `Blob`: **missed**, 1.15",
  );
});

it("a target beside a column that was not measured is said to be open", () => {
  expect(verdicts({ raw: [1], ours: [1] }, callTargets("small", "chromium"))).toBe(
    "≤ 1.08 × raw `fetch`: met, 1.00; not behind a call by hand: not measured; not behind any peer: not measured",
  );
});

it("in other browsers than Chromium the peers are the target alone", () => {
  expect(verdicts({ raw: [1], ours: [1], connect: [2] }, callTargets("jpegs", "webkit"))).toBe(
    "not behind any peer: met; nearest: connect-web + protobuf-es 0.50 (0.50–0.50)",
  );
});
