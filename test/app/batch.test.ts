import { describe, expect, it } from "vitest";
import { nextBatch } from "../../src/app/classify/batch.ts";
import type { Photo } from "../../src/photos/photo.ts";
import { photoOf } from "./photos.ts";

const MB = 2 ** 20;
const waiting = (...sizes: number[]) => sizes.map((size, i) => photoOf(i, "waiting", size));
const ids = (photos: Iterable<Photo>, count = 8) => nextBatch(photos, count).map(({ id }) => id);

describe("the next call's photos", () => {
  it("are the first ones, as many as a call may have, and no further one is looked at", () => {
    function* endless() {
      for (let id = 0; ; id++) yield photoOf(id, "waiting");
    }
    expect(ids(endless(), 3)).toEqual([0, 1, 2]);
    expect(ids([])).toEqual([]);
  });

  it("have 16 MB together at most", () => {
    expect(ids(waiting(6 * MB, 6 * MB, 4 * MB, MB))).toEqual([0, 1, 2]);
  });

  it("are one alone when it is larger than that", () => {
    expect(ids(waiting(90 * MB, MB))).toEqual([0]);
  });

  it("are one alone when it is to go alone, wherever it stands", () => {
    expect(ids([photoOf(1, "waiting", 1, true), photoOf(2, "waiting")])).toEqual([1]);
    expect(ids([photoOf(1, "waiting"), photoOf(2, "waiting", 1, true)])).toEqual([1]);
  });
});
