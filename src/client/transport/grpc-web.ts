/**
 * What is asked of the package grpc-web for each call: all go through its client, which knows the interceptors that
 * are made for it. At the end of them this library's own transport makes the call. In pages' bundles this file gets a
 * cut of the package (build/cut/grpc-web.ts); its own transport is in grpc-web-transport.ts.
 */

import {
  GrpcWebClientBase,
  MethodDescriptor,
  MethodType,
  RpcError as OwnRpcError,
  type UnaryInterceptor,
} from "grpc-web";
import { emptyMetadata, GRPC_MESSAGE, Status } from "../../wire/index.ts";
import type { Call, Interceptor, Reply } from "./call.ts";

/**
 * grpc-web's error of a call that failed: `code` is the gRPC status, `metadata` the headers or trailers that came. For
 * `instanceof` in interceptors: the class of a page that imports grpc-web itself is another copy.
 */
export const RpcError = OwnRpcError;
export type RpcError = OwnRpcError;

/** An object with `intercept`, as grpc-web takes them. */
export type GrpcWebInterceptor = UnaryInterceptor<unknown, unknown>;

/**
 * Something thrown that is grpc-web's. A caller's interceptor has the class from its own copy of grpc-web, and that
 * one's own transport tells an incomplete reply as a bare object.
 */
export function isRpcError(error: unknown): error is RpcError {
  if (typeof error !== "object" || error === null) return false;
  const { code, message, name } = error as Partial<RpcError>;
  if (error instanceof Error && name !== "RpcError") return false;
  return typeof code === "number" && typeof message === "string";
}

/** Whether it is grpc-web's own word for a reply whose message is none. */
export function isUndecodable({ message }: RpcError): boolean {
  return message.startsWith("Error when deserializing");
}

/**
 * Puts grpc-web's client with an interceptor of its kind into the chain. What grpc-web does not show an interceptor
 * (signal, deadline, progress) stays with the call, whatever the interceptor makes of the message.
 * @param path of the method: `/package.Service/Method`
 * @param interceptor left out, grpc-web's client alone
 */
export function throughGrpcWeb<Request, Response>(
  path: string,
  interceptor?: GrpcWebInterceptor,
): Interceptor<Request, Response> {
  const descriptor = descriptorOf<Request, Response>(path, neverEncodes, neverEncodes);
  return (next) => (call) => {
    const end: UnaryInterceptor<Request, Response> = {
      async intercept(request) {
        const passed = { ...call, message: request.getRequestMessage(), headers: request.getMetadata() };
        const { message, headers, trailers } = await next(passed);
        return {
          getResponseMessage: () => message,
          getMetadata: () => headers,
          getMethodDescriptor: () => descriptor,
          getStatus: () => ({
            code: Status.OK,
            details: trailers[GRPC_MESSAGE] ?? "",
            metadata: trailers,
          }),
        };
      },
    };
    return unaryCall(
      GrpcWebClientBase,
      call,
      descriptor,
      {},
      interceptor ? [end, interceptor as never] : [end],
    );
  };
}

/** grpc-web 2.1.1 takes call options as a fifth argument that its types lack. */
type UnaryCall<Request, Response> = (
  url: string,
  request: Request,
  metadata: Record<string, string>,
  method: MethodDescriptor<Request, Response>,
  options: { signal: AbortSignal },
) => Promise<Response>;

/** @param interceptors the first one is the innermost: grpc-web runs them from the end */
export async function unaryCall<Request, Response>(
  Client: typeof GrpcWebClientBase,
  { url, message, headers, signal }: Call<Request>,
  descriptor: MethodDescriptor<Request, Response>,
  options: { withCredentials?: boolean; maxReceiveMessageSize?: number },
  interceptors: readonly UnaryInterceptor<Request, Response>[],
): Promise<Reply<Response>> {
  const reply = { headers: emptyMetadata(), trailers: emptyMetadata() };
  // Outermost, since the promise gives the message alone.
  const watch: UnaryInterceptor<Request, Response> = {
    async intercept(request, invoke) {
      const response = await invoke(request);
      Object.assign(reply.headers, response.getMetadata());
      Object.assign(reply.trailers, response.getStatus()?.metadata);
      return response;
    },
  };
  const client = new Client({
    format: "binary",
    ...options,
    unaryInterceptors: [...interceptors, watch] as GrpcWebInterceptor[],
  });
  const call = client.unaryCall as unknown as UnaryCall<Request, Response>;
  return { ...reply, message: await call.call(client, url, message, { ...headers }, descriptor, { signal }) };
}

/** Messages are plain objects; grpc-web stores their classes and never uses them. */
const PlainObject = Object as unknown as new () => never;

export function descriptorOf<Request, Response>(
  path: string,
  encode: (request: Request) => Uint8Array,
  decode: (message: Uint8Array) => Response,
  Descriptor = MethodDescriptor,
) {
  return new Descriptor<Request, Response>(path, MethodType.UNARY, PlainObject, PlainObject, encode, decode);
}

/** Where a call ends before grpc-web's own transport. */
function neverEncodes(): never {
  throw new Error("internal error: grpc-web encoded a call");
}
