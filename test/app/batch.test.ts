import { describe, expect, it } from "vitest";
import { nextBatch } from "../../src/app/classify/batch.ts";
import type { Photo } from "../../src/app/classify/photo.ts";
import { photoOf } from "./photos.ts";

const MB = 2 ** 20;
const ids = (photos: Photo[]) => photos.map(({ id }) => id);

describe("the next call's photos", () => {
  it("are the first eight that wait, in order", () => {
    const photos = [photoOf(1, "done"), photoOf(2, "running"), photoOf(3, "failed")];
    for (let id = 4; id < 20; id++) photos.push(photoOf(id, "waiting"));
    expect(ids(nextBatch(photos))).toEqual([4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it("are none when none waits", () => {
    expect(nextBatch([photoOf(1, "done")])).toEqual([]);
  });

  it("have 16 MB together at most", () => {
    const photos = [6, 6, 4, 1].map((size, i) => photoOf(i, "waiting", size * MB));
    expect(ids(nextBatch(photos))).toEqual([0, 1, 2]);
  });

  it("are one alone when it is larger than that", () => {
    const photos = [90, 1].map((size, i) => photoOf(i, "waiting", size * MB));
    expect(ids(nextBatch(photos))).toEqual([0]);
  });

  it("are one alone when it is to go alone, wherever it stands", () => {
    expect(ids(nextBatch([photoOf(1, "waiting", 1, true), photoOf(2, "waiting")]))).toEqual([1]);
    expect(ids(nextBatch([photoOf(1, "waiting"), photoOf(2, "waiting", 1, true)]))).toEqual([1]);
  });
});
