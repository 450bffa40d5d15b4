/** Failures as values, and thrown: what they say, and what they never do. */

import { RpcError } from "grpc-web";
import { describe, expect, it } from "vitest";
import { type CallError, Client, isError, ServingError, unwrap } from "../../src/client/index.ts";
import { encodeInput } from "../../src/wire/input.ts";
import type { PredictReply } from "../../src/wire/message.ts";
import { everythingIn } from "../setup/here.ts";
import { deadAddress, type ReplyServer } from "../setup/reply-server.ts";
import { noInstances, withReplyServer } from "./add-calls.ts";

let server: ReplyServer;
const { client } = withReplyServer((started) => {
  server = started;
});

describe("errors as values", () => {
  const named: PredictReply = {
    instances: [new Map([["error", encodeInput("an output's own text")]])],
    errors: [],
  };

  it("don't include an output that is called error", async () => {
    server.answerReplies(named);
    const result = unwrap(await client().infer({ x: 1 }));
    expect(result).toEqual([{ error: "an output's own text" }]);
    expect(isError(result[0])).toBe(false);
  });

  it("keep both codes apart, and the platform's own error, when thrown", async () => {
    server.answerReplies(
      noInstances("Cannot find input x1 in instance input , servable add, method add_common"),
    );
    const refused = new ServingError((await client({ release: "1.5" }).infer({ x: 1 })) as CallError);
    expect(refused).toMatchObject({ name: "ServingError", servingCode: 1, grpcStatus: undefined, code: 1 });
    server.answerBytes(new Uint8Array(), {}, 431);
    const gateway = (await client().infer({ x: 1 })) as CallError;
    expect(new ServingError(gateway)).toMatchObject({ kind: "refused", httpStatus: 431, hint: gateway.hint });
    const error = (await new Client(await deadAddress(), "a", "b").infer({ x: 1 })) as CallError;
    expect(new ServingError(error)).toMatchObject({
      servingCode: undefined,
      grpcStatus: 14,
      cause: expect.any(TypeError),
    });
    expect(JSON.stringify(error)).not.toContain("cause");
  });

  it("hold no header of the call", async () => {
    const metadata = { authorization: "Bearer s3cret" };
    const shown: string[] = [];
    for (const [headers, status] of [
      [{ "grpc-status": "16", "grpc-message": "no" }, 200],
      [{}, 500],
      [{}, 200],
    ] as const) {
      server.answerBytes(Uint8Array.of(1), headers, status);
      const error = (await client({ metadata }).infer({ x: 1 })) as CallError;
      shown.push(everythingIn(new ServingError(error)), JSON.stringify(error));
    }
    expect(shown.join()).not.toContain("s3cret");
  });

  it("hold no header either when an interceptor made them, or for many instances", async () => {
    const metadata = { authorization: "Bearer s3cret" };
    const cause = new Error("why");
    const refuse = () =>
      Promise.reject(
        Object.assign(new RpcError(16, "log in", { authorization: "Bearer s3cret" }), { cause }),
      );
    const error = (await client({ metadata, interceptors: [{ intercept: refuse }] }).infer({
      x: 1,
    })) as CallError;
    expect(error.cause).toBe(cause);
    const shown = [everythingIn(error), everythingIn(new ServingError(error))];
    server.answerBytes(Uint8Array.of(1));
    for await (const one of client({ metadata }).inferMany([{ x: 1 }, { x: "\ud800" }]))
      shown.push(everythingIn(one));
    const dead = new Client(await deadAddress(), "a", "b", { metadata });
    shown.push(everythingIn(await dead.infer({ x: 1 })), everythingIn(await dead.probe()));
    expect(shown).toHaveLength(6);
    expect(shown.join()).not.toContain("s3cret");
  });

  it("have a message when thrown, also without a text of the server's", () => {
    expect(new ServingError({ error: "", code: 3, kind: "model-failed" }).message).toMatch(
      /without an error text \(code 3\)/,
    );
  });

  it("are not made of what an interceptor throws, which is thrown on", async () => {
    const interceptors = [{ intercept: () => Promise.reject(new Error("a bug of the caller's")) }];
    await expect(client({ interceptors }).infer({ x: 1 })).rejects.toThrow("a bug of the caller's");
    const refusing = [{ intercept: () => Promise.reject(new RpcError(16, "log in first", {})) }];
    expect(await client({ interceptors: refusing }).infer({ x: 1 })).toMatchObject({
      code: 16,
      error: "log in first",
    });
  });

  it("are thrown by unwrap", async () => {
    server.answerReplies(noInstances("Request servable(add) method(add_common2) , method is not available"));
    const result = await client({ release: "1.5" }).infer({ x: 1 });
    expect(() => unwrap(result)).toThrow(ServingError);
    expect(() => unwrap(result)).toThrow("method is not available");
    expect(result).toMatchObject({
      kind: "method-not-available",
      code: 1,
      hint: { zh: expect.stringMatching(/方法/) },
    });
  });
});
