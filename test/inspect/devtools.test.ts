/**
 * The hook of the browser extension gRPC-Web Developer Tools, held to what its content scripts listen for: a message of
 * the window's own, named `__GRPCWEB_DEVTOOLS__` in `type` (release 1) or in `source` (release 2).
 */

import { afterEach, describe, expect, it, vi } from "vitest";
import { tensor } from "../../src/client/index.ts";
import { devtools } from "../../src/inspect/index.ts";
import { type ReplyServer, trailersFrame } from "../setup/reply-server.ts";
import { good, withReplyServer } from "../unit/add-calls.ts";

let server: ReplyServer;
const { client } = withReplyServer((started) => {
  server = started;
});
afterEach(() => vi.unstubAllGlobals());

interface Posted {
  message: { method: string; request: unknown; response?: unknown; error?: unknown };
  target: string;
}

/** A window with the extension's own name on it, or with another one. */
function windowWith(name: string): Posted[] {
  const posted: Posted[] = [];
  const postMessage = (message: Posted["message"], target: string) =>
    posted.push({ message: structuredClone(message), target });
  vi.stubGlobal("window", { [name]: () => {}, postMessage });
  return posted;
}

const own = () => client({ interceptors: [devtools()] });

describe("the hook of the extension", () => {
  it.each(["__GRPCWEB_DEVTOOLS__", "__CONNECT_WEB_DEVTOOLS__"])(
    "posts a call with both messages to the window alone, where %s is on it",
    async (name) => {
      const posted = windowWith(name);
      server.answerReplies(good);
      await own().infer({ x: tensor([1.5, Number.NaN]), text: "hi", bytes: new Uint8Array([1, 255]) });
      expect(posted).toEqual([
        {
          target: "/",
          message: {
            type: "__GRPCWEB_DEVTOOLS__",
            source: "__GRPCWEB_DEVTOOLS__",
            methodType: "unary",
            method: `${server.address}/mindspore.serving.proto.MSService/Predict#add.add_common`,
            request: {
              servable: "add",
              method: "add_common",
              version: "0",
              instances: [
                {
                  x: { dtype: "float32", shape: [2], data: [1.5, "NaN"] },
                  text: "hi",
                  bytes: "2 bytes: 01 ff",
                },
              ],
            },
            response: { instances: [{ y: { dtype: "float32", shape: [2], data: [2, 2] } }], errors: [] },
          },
        },
      ]);
    },
  );

  it("posts a call that failed with its code and text, without the secret that the text repeats", async () => {
    const posted = windowWith("__GRPCWEB_DEVTOOLS__");
    server.answerBytes(trailersFrame("grpc-status:16\r\ngrpc-message:no such token: abc-secret\r\n"));
    await own().infer({ x: 1 }, { metadata: { authorization: "Bearer abc-secret" } });
    expect(posted[0]!.message.error).toEqual({ code: 16, message: "no such token: [redacted]" });
    expect(posted[0]!.message).not.toHaveProperty("response");
    expect(JSON.stringify(posted)).not.toContain("abc-secret");
  });

  it("shows of a large tensor its first elements, and how many there are", async () => {
    const posted = windowWith("__GRPCWEB_DEVTOOLS__");
    server.answerReplies(good);
    await own().infer({ x: new Float64Array(100_000), big: tensor([2n ** 60n]) });
    const { x, big } = (posted[0]!.message.request as { instances: Record<string, never>[] }).instances[0]!;
    expect(x).toMatchObject({ dtype: "float64", shape: [100_000], elements: 100_000 });
    expect(big).toMatchObject({ data: ["1152921504606846976"] });
    expect(JSON.stringify(posted).length).toBeLessThan(2000);
  });

  it("that fails does not harm the call, and says so", async () => {
    const warned = vi.spyOn(console, "warn").mockImplementation(() => {});
    const postMessage = () => {
      throw new DOMException("no", "DataCloneError");
    };
    vi.stubGlobal("window", { __GRPCWEB_DEVTOOLS__: true, postMessage });
    server.answerReplies(good);
    await expect(own().infer({ x: 1 })).resolves.toHaveLength(1);
    expect(warned).toHaveBeenCalledOnce();
    warned.mockRestore();
  });

  it("does nothing where the extension is not, nor where there is no window", async () => {
    const posted = windowWith("somethingElse");
    server.answerReplies(good);
    await own().infer({ x: 1 });
    expect(posted).toEqual([]);
    vi.unstubAllGlobals();
    await expect(own().infer({ x: 1 })).resolves.toHaveLength(1);
  });
});
