/**
 * One call of any method through the client's own terminal interceptor, in Node or in a page. Messages stay bytes,
 * in base64, so that a call and its result can go into a page and out of it.
 */

import { GrpcWebClientBase, MethodDescriptor, MethodType, RpcError, type UnaryInterceptor } from "grpc-web";
import { Deadline } from "../../src/client/transport/deadline.ts";
import { type CallContext, terminalInterceptor } from "../../src/client/transport/send.ts";
import type { Metadata } from "../../src/wire/trailers.ts";

/** `fetch` and `xhr` are this client's; `grpc-web` is the library's own transport. */
export type Way = "fetch" | "xhr" | "grpc-web";

export interface Call {
  address: string;
  /** `/package.Service/Method` */
  path: string;
  message: string;
  metadata: Record<string, string>;
  way: Way;
  maxReplyBytes: number;
  timeoutMs?: number | undefined;
  cancelAfterMs?: number | undefined;
}

export interface CallResult {
  headers: Metadata;
  trailers: Metadata;
  message?: string;
  error?: { code: number; message: string };
}

interface Message {
  bytes: Uint8Array;
}

const encode = ({ bytes }: Message) => bytes;
const decode = (bytes: Uint8Array) => ({ bytes });
const CODEC = {
  encode: ({ bytes }: Message) => ({ parts: [bytes], length: bytes.length }),
  decode,
};

/** grpc-web 2.1.1 takes call options as a fifth argument that its types lack. */
type UnaryCall = (
  url: string,
  request: Message,
  metadata: Metadata,
  method: MethodDescriptor<Message, Message>,
  options: { signal: AbortSignal },
) => Promise<Message>;

const CANCELED = 1;

export async function makeCall(call: Call): Promise<CallResult> {
  const { address, path, way, maxReplyBytes, timeoutMs } = call;
  const result: CallResult = { headers: {}, trailers: {} };
  const contexts = new WeakMap<Message, CallContext>();
  const interceptors = [watch(result)];
  if (way !== "grpc-web") {
    interceptors.unshift(
      terminalInterceptor({ address, credentials: "omit", maxReplyBytes }, CODEC, contexts),
    );
  }
  const client = new GrpcWebClientBase({
    format: "binary",
    unaryInterceptors: interceptors as UnaryInterceptor<unknown, unknown>[],
    maxReceiveMessageSize: maxReplyBytes,
  });
  const Plain = Object as unknown as new () => Message;
  const method = new MethodDescriptor(path, MethodType.UNARY, Plain, Plain, encode, decode);
  const request = { bytes: Uint8Array.from(atob(call.message), (char) => char.charCodeAt(0)) };
  const { signal } = cancelAfter(call.cancelAfterMs);
  const deadline = timeoutMs === undefined ? undefined : new Deadline(timeoutMs);
  contexts.set(request, { signal, deadline, ...(way === "xhr" ? { onProgress: () => {} } : {}) });
  const metadata = { ...call.metadata };
  if (way === "grpc-web" && timeoutMs !== undefined) metadata.deadline = String(Date.now() + timeoutMs);
  try {
    const unaryCall = client.unaryCall as unknown as UnaryCall;
    const { bytes } = await unaryCall.call(client, address + path, request, metadata, method, { signal });
    result.message = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  } catch (error) {
    // Headers and trailers of a failed call come as one.
    if (error instanceof RpcError) result.trailers = { ...error.metadata };
    const { code, message } = asRpcError(error);
    result.error = { code, message };
  }
  return result;
}

/** An interceptor as any user's: it sees the headers and trailers, which grpc-web's promise does not give. */
function watch(result: CallResult): UnaryInterceptor<Message, Message> {
  return {
    async intercept(request, invoke) {
      const reply = await invoke(request);
      result.headers = { ...reply.getMetadata() };
      result.trailers = { ...reply.getStatus()?.metadata };
      return reply;
    },
  };
}

function cancelAfter(ms: number | undefined): AbortController {
  const controller = new AbortController();
  if (ms !== undefined) setTimeout(() => controller.abort(), ms);
  return controller;
}

/** The caller's own abort is no `RpcError`, as nowhere on the web; the suite knows it as a status. */
function asRpcError(error: unknown): { code: number; message: string } {
  if (error instanceof RpcError) return error;
  if ((error as Error).name === "AbortError") return { code: CANCELED, message: String(error) };
  throw error;
}
