import { expect, test } from "vitest";
import { BodyDecoder, FrameEncoder } from "../../src/bridge/base64-stream.ts";
import { FrameSplitter } from "../../src/bridge/frame-splitter.ts";
import { formatAddress, isLoopback, parseAddress } from "../../src/machine/address.ts";
import { frame } from "./grpc-web-call.ts";

test.each([
  ["127.0.0.1:5500", "127.0.0.1", 5500],
  ["[::1]:5500", "::1", 5500],
  ["worker-1.example:65535", "worker-1.example", 65535],
  [" localhost:1 ", "localhost", 1],
])("address %s", (text, host, port) => {
  expect(parseAddress(text)).toEqual({ host, port });
  expect(formatAddress({ host, port })).toBe(text.trim());
});

test.each([
  "",
  "5500",
  "localhost",
  ":5500",
  "host:",
  "host:0",
  "host:65536",
  "::1:5500",
  "[::1]",
  "[x]:1",
  "a b:1",
])("%j is not an address", (text) =>
  expect(() => parseAddress(text)).toThrow(`${JSON.stringify(text)} is not an address`),
);

test.each(["http://h:1", "h:1/x", "1.2.3:80", "999.1.1.1:80", '"x":1', "h\n:1", "-h:1"])(
  "%j is not an address either",
  (text) => {
    expect(() => parseAddress(text)).toThrow(TypeError);
  },
);

test("loopback addresses are told from others", () => {
  for (const ip of ["127.0.0.1", "127.8.9.1", "::1", "::ffff:127.0.0.1"]) expect(isLoopback(ip)).toBe(true);
  for (const ip of ["10.0.0.1", "::", "::ffff:10.0.0.1", "127.example"]) expect(isLoopback(ip)).toBe(false);
});

const FRAMES = [frame("a"), frame(""), frame("longer than three"), frame("ab")];
const STREAM = Buffer.concat(FRAMES);

test("frames are found however the bytes are cut", () => {
  for (let size = 1; size <= STREAM.length; size++) {
    const splitter = new FrameSplitter();
    const frames: Buffer[] = [];
    let open: Buffer[] = [];
    for (let at = 0; at < STREAM.length; at += size) {
      for (const { bytes, endsFrame } of splitter.split(STREAM.subarray(at, at + size))) {
        open.push(bytes);
        if (!endsFrame) continue;
        frames.push(Buffer.concat(open));
        open = [];
      }
      expect(splitter.atBoundary).toBe(open.length === 0);
    }
    expect(frames).toEqual(FRAMES);
  }
});

test("a reply in base64 has each frame padded on its own, however the bytes are cut", () => {
  const wanted = FRAMES.map((each) => each.toString("base64")).join("");
  for (let size = 1; size <= STREAM.length; size++) {
    const splitter = new FrameSplitter();
    const encoder = new FrameEncoder();
    let text = "";
    for (let at = 0; at < STREAM.length; at += size) {
      for (const piece of splitter.split(STREAM.subarray(at, at + size))) text += encoder.encode(piece);
    }
    expect(text).toBe(wanted);
  }
});

test("a request in base64 is read however the text is cut", () => {
  for (const length of [0, 1, 2, 3, 50]) {
    const bytes = Buffer.alloc(length, "xyz");
    const text = Buffer.from(bytes.toString("base64"));
    for (let size = 1; size <= text.length; size++) {
      const decoder = new BodyDecoder();
      const parts: Buffer[] = [];
      for (let at = 0; at < text.length; at += size) parts.push(decoder.decode(text.subarray(at, at + size)));
      decoder.end();
      expect(Buffer.concat(parts)).toEqual(bytes);
    }
  }
});
