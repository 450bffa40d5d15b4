/**
 * One call of any method through the client's own chain of a call, in Node or in a page. Messages stay bytes,
 * in base64, so that a call and its result can go into a page and out of it.
 */

import { RpcError as WholeRpcError } from "grpc-web";
import { intercepted, type Call as OutgoingCall, type Send } from "../../src/client/transport/call.ts";
import { callSignal, Deadline } from "../../src/client/transport/deadline.ts";
import { RpcError, throughGrpcWeb } from "../../src/client/transport/grpc-web.ts";
import { grpcWebTransport } from "../../src/client/transport/grpc-web-transport.ts";
import { ownTransport } from "../../src/client/transport/send.ts";
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

const decode = (bytes: Uint8Array) => ({ bytes });

const CANCELED = 1;

export async function makeCall(call: Call): Promise<CallResult> {
  const { address, path, way, timeoutMs } = call;
  const result: CallResult = { headers: {}, trailers: {} };
  const message = { bytes: Uint8Array.from(atob(call.message), (char) => char.charCodeAt(0)) };
  const deadline = timeoutMs === undefined ? undefined : new Deadline(timeoutMs);
  // grpc-web's own transport keeps the deadline itself, and would tell the signal's as a cancelled call.
  const limitMs = way === "grpc-web" ? undefined : timeoutMs;
  const { signal, dispose } = callSignal(cancelAfter(call.cancelAfterMs).signal, limitMs);
  const outgoing: OutgoingCall<Message> = {
    url: address + path,
    message,
    headers: call.metadata,
    signal,
    deadline,
    form: { instancesFields: [2], emptyData: true },
    ...(way === "xhr" ? { onProgress: () => {} } : {}),
  };
  try {
    const reply = await send(call)(outgoing);
    result.headers = { ...reply.headers };
    result.trailers = { ...reply.trailers };
    const { bytes } = reply.message;
    result.message = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  } catch (error) {
    // Headers and trailers of a failed call come as one.
    if (isRpcError(error)) result.trailers = { ...error.metadata };
    const { code, message } = asRpcError(error);
    result.error = { code, message };
  } finally {
    dispose();
  }
  return result;
}

function send({ path, way, maxReplyBytes }: Call): Send<Message, Message> {
  const options = { credentials: "omit", maxReplyBytes } as const;
  if (way === "grpc-web") {
    return grpcWebTransport(path, { encode: ({ message }) => message.bytes, decode }, options);
  }
  const codec = {
    encode: ({ message: { bytes } }: OutgoingCall<Message>) => ({ parts: [bytes], length: bytes.length }),
    decode,
  };
  return intercepted([throughGrpcWeb<Message, Message>(path)], ownTransport(options, codec));
}

function cancelAfter(ms: number | undefined): AbortController {
  const controller = new AbortController();
  if (ms !== undefined) setTimeout(() => controller.abort(), ms);
  return controller;
}

/** The caller's own abort is no `RpcError`, as nowhere on the web; the suite knows it as a status. */
function asRpcError(error: unknown): { code: number; message: string } {
  if (isRpcError(error)) return error;
  if ((error as Error).name === "AbortError") return { code: CANCELED, message: String(error) };
  throw error;
}

/** In a page grpc-web's own transport has the whole package, and all else a cut of it. */
function isRpcError(error: unknown): error is RpcError {
  return error instanceof RpcError || error instanceof WholeRpcError;
}
