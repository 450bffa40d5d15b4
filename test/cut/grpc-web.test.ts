/** What pages get of grpc-web, beside the package as it comes: for interceptors the two are one. */

import * as whole from "grpc-web";
import { expect, it } from "vitest";
import { CUTS } from "../../build/cut/plugin.ts";
import { RpcError, throughGrpcWeb } from "../../src/client/transport/grpc-web.ts";

const code = CUTS["grpc-web"]!.code();
const cut = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as typeof whole;

/** All that an interceptor can ask of what it is given, by name, and what it gets. */
async function seenBy({ GrpcWebClientBase, MethodDescriptor, MethodType }: typeof whole) {
  const seen: [name: string, got: unknown][] = [];
  const note = (object: object) => {
    for (const name of Object.getOwnPropertyNames(Object.getPrototypeOf(object)).sort()) {
      const value = (object as Record<string, unknown>)[name];
      if (name === "constructor" || typeof value !== "function") continue;
      const got = value.length === 0 ? value.call(object) : value.length;
      seen.push([name, typeof got === "object" && got !== null ? { ...got } : got]);
    }
  };
  const descriptor = new MethodDescriptor(
    "/a.B/C",
    MethodType.UNARY,
    Object as never,
    Object as never,
    String,
    String,
  );
  note(descriptor);
  const interceptor: whole.UnaryInterceptor<unknown, unknown> = {
    async intercept(request, invoke) {
      note(request);
      note((request as unknown as { getCallOptions(): object }).getCallOptions());
      return invoke(request);
    },
  };
  // As a transport answers.
  const reply = { getResponseMessage: () => "reply" };
  const end: whole.UnaryInterceptor<unknown, unknown> = { intercept: async () => reply as never };
  const client = new GrpcWebClientBase({ format: "binary", unaryInterceptors: [end, interceptor] });
  const result = await client.unaryCall("http://a/a.B/C", "request", { b: "2" }, descriptor);
  return { seen, result };
}

it("an interceptor is given objects with the same methods, which say the same", async () => {
  const { seen, result } = await seenBy(cut);
  expect({ seen, result }).toEqual(await seenBy(whole));
  const names = seen.map(([name]) => name);
  expect(names).toEqual(
    expect.arrayContaining(["getName", "getRequestMessage", "getMetadata", "getCallOptions", "get"]),
  );
});

it("its error has the same name, members and text", () => {
  for (const code of [0, 5, 16, 99]) {
    const [one, other] = [whole, cut].map(({ RpcError }) => new RpcError(code, "why", { a: "1" }));
    expect([String(other), other!.name, other!.code, other!.metadata]).toEqual([
      String(one),
      one!.name,
      code,
      { a: "1" },
    ]);
    expect(other).toBeInstanceOf(Error);
  }
});

it("holds nothing of its transport, and says so where something calls it", async () => {
  expect(code.length).toBeLessThan(4000);
  expect(code).not.toMatch(/XMLHttpRequest|atob|ActiveX|X-Grpc-Web|grpc-timeout/);
  const { GrpcWebClientBase, MethodDescriptor, MethodType } = cut;
  const descriptor = new MethodDescriptor(
    "/a.B/C",
    MethodType.UNARY,
    Object as never,
    Object as never,
    String,
    String,
  );
  await expect(new GrpcWebClientBase({}).unaryCall("http://a/a.B/C", "", {}, descriptor)).rejects.toThrow(
    "internal error: grpc-web made a call itself",
  );
});

it("is what this library's calls go through in these tests, with its error for interceptors", async () => {
  expect(RpcError).not.toBe(whole.RpcError);
  const call = {
    url: "http://a/a.B/C",
    message: "request",
    headers: {},
    form: {},
    signal: new AbortController().signal,
  };
  const failing = throughGrpcWeb<string, string>("/a.B/C")(() =>
    Promise.reject(new RpcError(5, "no such", {})),
  );
  await expect(failing(call as never)).rejects.toBeInstanceOf(RpcError);
});
