/** Reading a reply's body to the byte, whatever pieces it comes in and whichever reader the platform gives. */

import { describe, expect, it } from "vitest";
import { BodyReader } from "../../src/client/transport/body-reader.ts";
import { concat } from "../../src/wire/bytes.ts";
import { sameBytes } from "../setup/bytes.ts";

const bytes = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 31) % 251);

/** A stream of the given pieces; a byte stream lets the reader bring its own memory. */
function streamOf(whole: Uint8Array, sizes: number[], type: "bytes" | undefined): ReadableStream<Uint8Array> {
  let offset = 0;
  let next = 0;
  const pull = (controller: ReadableByteStreamController | ReadableStreamDefaultController<Uint8Array>) => {
    if (offset >= whole.length) {
      controller.close();
      // A byte stream that ends while a read brings memory gives that memory back.
      (controller as ReadableByteStreamController).byobRequest?.respond(0);
      return;
    }
    const size = sizes[next++ % sizes.length]!;
    (controller as ReadableStreamDefaultController<Uint8Array>).enqueue(whole.slice(offset, offset + size));
    offset += size;
  };
  return type === "bytes"
    ? new ReadableStream({ type, pull } as UnderlyingByteSource)
    : new ReadableStream({ pull } as UnderlyingDefaultSource<Uint8Array>);
}

describe.each([
  ["with a BYOB reader", "bytes" as const],
  ["with a default reader", undefined],
])("a body read %s", (_, type) => {
  it.each([
    ["small pieces", [1, 2, 3]],
    ["large pieces", [100_000]],
    ["pieces of both sizes", [7, 50_000, 1]],
  ])("is whole where it comes in %s", async (_, sizes) => {
    const whole = bytes(300_000);
    const counted: number[] = [];
    const reader = new BodyReader(streamOf(whole, sizes, type), (total) => counted.push(total), true);
    const taken: Uint8Array[] = [];
    for (const length of [5, 0, 40_000, 3, 200_000, 5, 59_987])
      taken.push((await reader.take(length)).slice());
    expect(taken.map(({ length }) => length)).toEqual([5, 0, 40_000, 3, 200_000, 5, 59_987]);
    expect(sameBytes(concat(taken), whole)).toBe(true);
    expect(await reader.take(1)).toHaveLength(0);
    expect(counted.at(-1)).toBe(300_000);
  });

  it("gives what there is when the body ends before, small or large", async () => {
    expect(await new BodyReader(streamOf(bytes(3), [2], type), undefined, true).take(10)).toEqual(bytes(3));
    const short = await new BodyReader(streamOf(bytes(70_000), [64_000], type), undefined, true).take(
      200_000,
    );
    expect(sameBytes(short, bytes(70_000))).toBe(true);
  });

  it("cancels a body that is given up at its source, and passes on an error there", async () => {
    let cancelled = false;
    const open = new ReadableStream({
      type,
      cancel() {
        cancelled = true;
      },
    } as UnderlyingDefaultSource<Uint8Array>);
    await new BodyReader(open).cancel();
    expect(cancelled).toBe(true);
    const broken = new ReadableStream({
      type,
      pull: () => Promise.reject(new Error("reset")),
    } as UnderlyingDefaultSource<Uint8Array>);
    await expect(new BodyReader(broken).take(5)).rejects.toThrow("reset");
    await new BodyReader(
      new ReadableStream({
        type,
        pull: () => Promise.reject(new Error("reset")),
      } as UnderlyingDefaultSource<Uint8Array>),
    ).cancel();
  });
});
