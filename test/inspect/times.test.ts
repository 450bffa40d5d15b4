/** How a call's time is split, by what is known of it. */

import { describe, expect, it } from "vitest";
import { timesOf } from "../../src/inspect/record/times.ts";

const moments = { begun: 0, sending: 2, head: 52, received: 62, ended: 65 };

describe("the parts of a call's time", () => {
  it("with fetch are encoding, upload and server in one, download and decoding, and add up", () => {
    const times = timesOf(moments, {});
    expect(times).toEqual({ totalMs: 65, encodeMs: 2, waitMs: 50, downloadMs: 10, decodeMs: 3 });
  });

  it("have the wait for a connection apart, where the browser tells it", () => {
    expect(timesOf(moments, {}, 20)).toMatchObject({ queueMs: 20, waitMs: 30 });
  });

  it("have the server's apart, where Envoy tells it", () => {
    const told = { "x-envoy-upstream-service-time": "35" };
    expect(timesOf(moments, told)).toMatchObject({
      waitMs: 50,
      uploadMs: 15,
      serverMs: 35,
      serverBy: "envoy",
    });
  });

  it.each(["", "-1", "soon", "1e3"])("take no time of Envoy's that is none: %j", (text) => {
    expect(timesOf(moments, { "x-envoy-upstream-service-time": text })).not.toHaveProperty("serverMs");
  });

  it("never say more of the server than the whole wait", () => {
    const told = { "x-envoy-upstream-service-time": "900" };
    expect(timesOf(moments, told)).toMatchObject({ uploadMs: 0, serverMs: 50 });
  });

  it("have the upload apart, where XMLHttpRequest saw its end", () => {
    const seen = { ...moments, uploaded: 30 };
    expect(timesOf(seen, {})).toMatchObject({ uploadMs: 28, serverMs: 22, serverBy: "upload" });
  });

  it("that were not reached are absent: of a call that nobody answered, and of one that was not sent", () => {
    expect(timesOf({ begun: 0, sending: 2, ended: 9 }, {})).toEqual({ totalMs: 9, encodeMs: 2 });
    expect(timesOf({ begun: 0, ended: 1 }, {}, 3)).toEqual({ totalMs: 1 });
  });
});
