import { describe, expect, it } from "vitest";
import { parseStatus, Status } from "../../src/wire/status.ts";
import {
  decodeGrpcMessage,
  encodeGrpcMessage,
  formatTrailers,
  parseTrailers,
} from "../../src/wire/trailers.ts";

const parse = (text: string) => ({ ...parseTrailers(new TextEncoder().encode(text)) });

describe("trailers", () => {
  it("take CRLF, LF and CR, any case, and blanks or none after the colon", () => {
    const expected = { "grpc-status": "0", "x-a": "b:c" };
    expect(parse("grpc-status:0\r\nx-a:b:c\r\n")).toEqual(expected);
    expect(parse("Grpc-Status: 0\nX-A: b:c")).toEqual(expected);
    expect(parse("GRPC-STATUS:0\rx-a:b:c\r")).toEqual(expected);
  });

  it("are joined where a name comes twice, and keep odd names", () => {
    expect(parse("a:1\r\nA:2\r\n")).toEqual({ a: "1, 2" });
    expect(Object.keys(parseTrailers(new TextEncoder().encode("__proto__:x\r\n")))).toEqual(["__proto__"]);
  });

  it("are refused when a line has no name", () => {
    expect(() => parse("<html>")).toThrow(/without a name/);
    expect(() => parse(": 0")).toThrow(/without a name/);
  });

  it("are read as they were written", () => {
    const text = new TextDecoder().decode(formatTrailers([["grpc-status", "0"]]));
    expect(text).toBe("grpc-status:0\r\n");
  });
});

describe("grpc-message", () => {
  it.each(["plain", "100%", "世界 😀", "a\nb\r\n", "%41"])("%j survives", (text) => {
    expect(encodeGrpcMessage(text)).toMatch(/^[\x20-\x7e]*$/);
    expect(decodeGrpcMessage(encodeGrpcMessage(text))).toBe(text);
  });

  it("keeps a broken escape as it is", () => {
    expect(decodeGrpcMessage("50% of %zz %4")).toBe("50% of %zz %4");
    expect(decodeGrpcMessage("%e4%b8%96%")).toBe("世%");
  });
});

describe("grpc-status", () => {
  it.each([
    ["0", Status.OK],
    [" 8 ", Status.RESOURCE_EXHAUSTED],
    ["17", Status.UNKNOWN],
    ["abc", Status.UNKNOWN],
    ["", Status.UNKNOWN],
    ["0x0", Status.UNKNOWN],
    ["0, 0", Status.UNKNOWN],
  ])("%j is %d", (text, code) => {
    expect(parseStatus(text)).toBe(code);
  });
});
