/** Where the demo worker's replies can't be those of the real Serving byte for byte, and why. */

import { expect } from "vitest";
import type { TensorMessage } from "../../src/wire/message.ts";
import { decodeReply } from "../../src/wire/reply.ts";
import { withSortedMaps } from "../wire/sorted-maps.ts";

/** A reply, or a status that ended the call without one: its code and details. */
export type Answer = Uint8Array | string;

interface Difference {
  /** Stands in docs/protocol.md, section 8. */
  reason: string;
  /** Names of the requests. */
  requests: RegExp;
  /** Expects what is the same all the same; left out where nothing is. */
  expectAlike?(demo: Uint8Array, real: Uint8Array): void;
}

/** Scores of one model in two implementations are this close. */
const SCORE_PRECISION = 5e-5;

export const differences: readonly Difference[] = [
  {
    reason: "Scores differ from the fifth digit on",
    requests: /^classify_(?:top5|pixels|pixels_top5) of (?!all bad)/,
    expectAlike: (demo, real) => {
      const [ours, theirs] = [splitScores(demo), splitScores(real)];
      expect(ours.rest).toEqual(theirs.rest);
      expect(ours.scores.length).toBe(theirs.scores.length);
      for (const [i, score] of ours.scores.entries()) {
        expect(Math.abs(score - theirs.scores[i]!)).toBeLessThan(SCORE_PRECISION);
      }
    },
  },
  {
    reason: "Which neighbours fail with an instance, where a function returns a list, is a matter of time",
    requests: /^fail_list, the /,
    expectAlike: (demo, real) => {
      const firstError = (reply: Uint8Array) => decodeReply(reply).errors.find(({ code }) => code !== 0);
      expect(firstError(demo)).toEqual(firstError(real));
    },
  },
  {
    reason: "No output goes into shared memory",
    requests: /^an output into shared memory, /,
  },
  {
    reason: "A tag of more than 32 bits is taken, since google-protobuf takes it",
    requests: /^a tag of more than 32 bits$/,
  },
];

/**
 * Expects one answer of both: byte for byte but for the order of outputs, unless the request is one of those above.
 * @param name the request's
 */
export function expectAlike(name: string, demo: Answer, real: Answer): void {
  const difference = differences.find(({ requests }) => requests.test(name));
  if (difference && !difference.expectAlike) return;
  if (typeof demo === "string" || typeof real === "string") expect(demo).toEqual(real);
  else if (difference) difference.expectAlike!(demo, real);
  else expect(withSortedMaps(demo)).toEqual(withSortedMaps(real));
}

/** The outputs named `score` apart from all else. */
function splitScores(reply: Uint8Array): { rest: unknown; scores: number[] } {
  const { spec, errors, instances } = decodeReply(reply);
  const scores: number[] = [];
  const rest = instances.map((instance) =>
    Object.fromEntries(
      Array.from(instance, ([name, tensor]) => {
        if (name !== "score") return [name, tensor];
        scores.push(...numbersOf(tensor));
        return [name, { ...tensor, data: undefined }];
      }),
    ),
  );
  return { rest: { spec, errors, instances: rest }, scores };
}

function numbersOf({ data }: TensorMessage): Float32Array {
  return new Float32Array(new Uint8Array(data as Uint8Array).buffer);
}
