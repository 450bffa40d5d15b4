/** A page's objects in Node, as test environments make them: another realm's arrays and Blobs, and some that lack. */

import { runInNewContext } from "node:vm";
import { afterEach, expect, it, vi } from "vitest";
import { type Outcome, type Tensor, tensor, unwrap } from "../../src/client/index.ts";
import { BodyReader } from "../../src/client/transport/body-reader.ts";
import { requestBody } from "../../src/client/transport/request-body.ts";
import { toUpload } from "../../src/image/index.ts";
import { concat } from "../../src/wire/bytes.ts";
import { encodeInput } from "../../src/wire/input.ts";
import type { ReplyServer } from "../setup/reply-server.ts";
import { good, withReplyServer } from "../unit/add-calls.ts";

let server: ReplyServer;
const { client, request } = withReplyServer((started) => {
  server = started;
});
afterEach(() => void vi.unstubAllGlobals());

/** An array of the same bytes that is no instance of this realm's class. */
const foreign = (bytes: Uint8Array): Uint8Array =>
  runInNewContext("Uint8Array.from(bytes)", { bytes: [...bytes] }) as Uint8Array;

/** As jsdom's in Jest: Node's Blob does not know it, and it can be read by jsdom's `FileReader` alone. */
class OldBlob {
  readonly [Symbol.toStringTag]: string = "Blob";
  readonly bytes: Uint8Array;
  readonly type = "image/jpeg";
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
  get size() {
    return this.bytes.length;
  }
  slice(from: number, to: number) {
    return new OldBlob(this.bytes.slice(from, to));
  }
}
class OldFileReader {
  result: ArrayBuffer | undefined;
  onload = () => {};
  readAsArrayBuffer(blob: OldBlob) {
    this.result = new Uint8Array(blob.bytes).buffer;
    queueMicrotask(() => this.onload());
  }
}
const oldPage = () => {
  vi.stubGlobal("FileReader", OldFileReader);
  vi.stubGlobal("document", {});
};

it("a reply whose bytes are of another realm is read, and its outputs are of this one", async () => {
  const bytes = new Map([["image", encodeInput(new Uint8Array([1, 2, 3]))]]);
  server.answerReplies({ instances: [bytes], errors: [] });
  const { fetch } = globalThis;
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    const reply = await fetch(url, init);
    const pieces = reply.body!.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform: (piece, out) => out.enqueue(foreign(piece)),
      }),
    );
    return new Response(pieces, reply);
  });
  const [outcome] = unwrap(await client().infer({ x: 1 }));
  expect((outcome as { image: Uint8Array }).image).toEqual(new Uint8Array([1, 2, 3]));
  expect((outcome as { image: Uint8Array }).image).toBeInstanceOf(Uint8Array);
});

it("a body's pieces are of this realm, however large they are", async () => {
  const sent = Uint8Array.from({ length: 9000 }, (_, i) => i);
  const body = new ReadableStream<Uint8Array>({
    start(out) {
      for (const piece of [sent.slice(0, 100), sent.slice(100)]) out.enqueue(foreign(piece));
      out.close();
    },
  });
  const reader = new BodyReader(body);
  const taken = [await reader.take(5), await reader.take(200), await reader.take(8795)];
  expect(taken.every((part) => part instanceof Uint8Array)).toBe(true);
  expect(concat(taken)).toEqual(sent);
});

it("arrays, texts and tensors of another realm are sent as this one's are", async () => {
  server.answerReplies(good, good);
  const twoRealms = runInNewContext(
    "({ bytes: new Uint8Array([1, 2]), floats: new Float32Array([1.5]) })",
  ) as {
    bytes: Uint8Array;
    floats: Float32Array;
  };
  vi.stubGlobal(
    "TextEncoder",
    class extends TextEncoder {
      override encode(text: string): never {
        return foreign(super.encode(text)) as never;
      }
    },
  );
  await client({ release: "2.0" }).infer({ ...twoRealms, t: tensor(twoRealms.floats), s: "鱼" });
  vi.unstubAllGlobals();
  await client({ release: "2.0" }).infer({
    bytes: new Uint8Array([1, 2]),
    floats: new Float32Array([1.5]),
    t: tensor([1.5]),
    s: "鱼",
  });
  expect(request(2, 0)).toEqual(request(2, 1));
  expect(request(2, 0).instances[0]!.size).toBe(4);
});

it("a Blob that this place's fetch does not know is sent by its bytes, not as [object Blob]", async () => {
  oldPage();
  server.answerReplies(good);
  const blob = new OldBlob(new TextEncoder().encode("its bytes")) as unknown as Blob;
  const [outcome] = unwrap<Outcome[]>((await client({ release: "2.0" }).infer({ image: blob })) as Outcome[]);
  expect((outcome as { y: Tensor }).y.toArray()).toEqual([2, 2]);
  const { bytesVal } = request(2).instances[0]!.get("image")!;
  expect(new TextDecoder().decode(bytesVal[0] as Uint8Array)).toBe("its bytes");
});

it("a large body is bytes where Blobs are not fetch's own, and a Blob elsewhere", async () => {
  const large = () => requestBody({ parts: [new Uint8Array(2 ** 20)], length: 2 ** 20 });
  expect(await large()).toBeInstanceOf(Blob);
  oldPage();
  expect(await large()).toBeInstanceOf(Uint8Array);
});

it("toUpload reads a Blob that has no arrayBuffer()", async () => {
  oldPage();
  const jpeg = new OldBlob(new Uint8Array([0xff, 0xd8, 0xff, 0xda, 0, 2])) as unknown as Blob;
  expect(await toUpload(jpeg)).toBe(jpeg);
});

it("what a call needs and this place lacks is named when it is made", async () => {
  vi.stubGlobal("TextDecoder", undefined);
  Reflect.deleteProperty(globalThis, "TextDecoder");
  const made = client();
  await expect(made.infer({ x: 1 })).rejects.toThrow(/^missing here: TextDecoder: give Node's own/);
  await expect(made.probe()).rejects.toThrow(TypeError);
  expect(server.requests).toEqual([]);
});
