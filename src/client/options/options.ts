/** Options of a client and of a call, and their checks. */

import { describe } from "../../tensor/index.ts";
import { checkMetadata, type MetadataSource } from "../metadata/metadata.ts";
import { type RetryOptions, type RetryPolicy, retryPolicy } from "../retry/policy.ts";
import { isRelease, type Release } from "../serving/release.ts";
import type { Interceptor } from "../transport/call.ts";
import type { GrpcWebInterceptor } from "../transport/grpc-web.ts";
import { hasXhr } from "../transport/platform.ts";
import type { OnProgress } from "../transport/progress.ts";

/** What holds for all calls of a client. */
export interface ClientOptions {
  /**
   * Version of the servable; 0 (the default) is the highest running one. A bigint for versions above 2^53.
   */
  version?: number | bigint;
  /**
   * Release of the Serving behind the address. `"auto"` (the default) finds out what matters from the first answer.
   * @default "auto"
   */
  release?: Release | "auto";
  /** Deadline of a call in milliseconds, upload and retries included; also sent to the server. No deadline by default. */
  timeoutMs?: number;
  /** Headers of every call, for example `{ authorization: "Bearer …" }`, or a function that gives them. */
  metadata?: MetadataSource;
  /**
   * Whether a call that was refused (kind `unauthorized`) is made once more, with what the functions in `metadata`
   * give when they are told so: once for all calls that were refused with the same headers.
   * @default false
   */
  refreshMetadata?: boolean;
  /**
   * Whether cookies and other credentials go along, as in `fetch`. A call to the page's own origin that omits them
   * reports no upload, which `XMLHttpRequest` alone can see.
   * @default "same-origin"
   */
  credentials?: RequestCredentials;
  /**
   * Run between the client and the wire, for each attempt of a call: functions (see {@link Interceptor}), and
   * grpc-web's objects with `intercept`, in the order given, the first one outermost.
   */
  interceptors?: readonly (Interceptor | GrpcWebInterceptor)[];
  /**
   * Whether calls are tried again when nobody answered, no worker was there or the queue was full. A call whose
   * answer was lost may have run: switch it on for methods that may run twice, as nearly all models may.
   * @default false
   */
  retry?: boolean | RetryOptions;
  /**
   * Requests above this many bytes are refused before they are sent. The default, 100 MB, is Serving's own; raise it
   * together with the server's `max_msg_mb_size`.
   * @default 104857600
   */
  maxRequestBytes?: number;
  /**
   * Replies above this many bytes are refused before memory is asked for. The default is the Python client's.
   * @default 536870912
   */
  maxReplyBytes?: number;
  /**
   * Whether requests are packed by gzip, in gRPC's own way, before they are sent: for tensors over a slow network, not
   * for JPEG. A request that samples show to gain less than a fifth goes as it is, and so does every one where there is
   * no `CompressionStream`. Limits count what is unpacked, `onProgress` what is sent. A proxy of another origin must
   * allow the header `grpc-encoding`. Not with `transport: "grpc-web"`.
   * @default false
   */
  compress?: boolean;
  /**
   * `"fetch"` (the default) is this library's strict transport; `"grpc-web"` is grpc-web's own over
   * `XMLHttpRequest`, for those who want exactly that. A page loads it for the first call.
   * @default "fetch"
   */
  transport?: "fetch" | "grpc-web";
}

/** What holds for one call. */
export interface CallOptions {
  /** Ends the call; `infer` then rejects with an `AbortError`. */
  signal?: AbortSignal;
  /** Deadline of this call in milliseconds. */
  timeoutMs?: number;
  /**
   * Called as bytes are sent and received. In a browser the call then uses `XMLHttpRequest`, which can see
   * an upload move; elsewhere only the download is seen.
   */
  onProgress?: OnProgress;
  /** Headers of this call, or a function that gives them; added to the client's and going before them. */
  metadata?: MetadataSource;
}

export interface ResolvedOptions {
  version: bigint;
  release: Release | "auto";
  timeoutMs: number | undefined;
  metadata: MetadataSource;
  refreshMetadata: boolean;
  credentials: RequestCredentials;
  interceptors: readonly (Interceptor | GrpcWebInterceptor)[];
  retry: RetryPolicy | undefined;
  maxRequestBytes: number;
  maxReplyBytes: number;
  compress: boolean;
  transport: "fetch" | "grpc-web";
}

const MiB = 2 ** 20;

/** @throws TypeError or RangeError that names the option */
export function resolveOptions(options: ClientOptions): ResolvedOptions {
  const { release = "auto", transport = "fetch", compress = false } = options;
  if (release !== "auto" && !isRelease(release)) {
    throw new TypeError(`release is ${describe(release)}: give "auto" or one from "1.1" to "2.0"`);
  }
  if (transport !== "fetch" && transport !== "grpc-web") {
    throw new TypeError(`transport is ${describe(transport)}: give "fetch" or "grpc-web"`);
  }
  if (transport === "grpc-web" && !hasXhr()) {
    throw new TypeError(
      'transport "grpc-web" needs XMLHttpRequest, which is missing here: leave the option out',
    );
  }
  if (typeof compress !== "boolean") {
    throw new TypeError(`compress is ${describe(compress)}: give true or false`);
  }
  if (compress && transport === "grpc-web") {
    throw new TypeError(
      "compress: grpc-web's own transport can't: leave out transport: \"grpc-web\", or compress",
    );
  }
  return {
    version: checkVersion(options.version ?? 0),
    release,
    transport,
    compress,
    timeoutMs: checkTimeout(options.timeoutMs),
    metadata: checkMetadata(options.metadata),
    refreshMetadata: options.refreshMetadata ?? false,
    credentials: options.credentials ?? "same-origin",
    interceptors: checkInterceptors(options.interceptors ?? []),
    retry: retryPolicy(options.retry),
    maxRequestBytes: checkBytes("maxRequestBytes", options.maxRequestBytes ?? 100 * MiB),
    maxReplyBytes: checkBytes("maxReplyBytes", options.maxReplyBytes ?? 512 * MiB),
  };
}

function checkVersion(version: number | bigint): bigint {
  if (typeof version === "number" && !Number.isSafeInteger(version)) {
    throw new RangeError(`version is ${version}: give a whole number (a bigint above 2^53)`);
  }
  if (typeof version !== "number" && typeof version !== "bigint") {
    throw new TypeError(`version is ${describe(version)}: give a number or bigint`);
  }
  if (version < 0 || version >= 2n ** 64n) throw new RangeError(`version is ${version}: give 0 to 2^64 - 1`);
  return BigInt(version);
}

/** @throws RangeError when the deadline is not above zero */
export function checkTimeout(timeoutMs: number | undefined): number | undefined {
  if (timeoutMs !== undefined && !(typeof timeoutMs === "number" && timeoutMs > 0)) {
    throw new RangeError(`timeoutMs is ${describe(timeoutMs)}: give milliseconds above 0, or leave it out`);
  }
  return timeoutMs;
}

function checkInterceptors(interceptors: ResolvedOptions["interceptors"]): ResolvedOptions["interceptors"] {
  const given: unknown = interceptors;
  if (!Array.isArray(given)) {
    throw new TypeError(`interceptors is ${describe(given)}: give an array of interceptors`);
  }
  for (const [i, one] of interceptors.entries()) {
    if (typeof one === "function" || typeof (one as GrpcWebInterceptor | null)?.intercept === "function")
      continue;
    throw new TypeError(
      `interceptors[${i}] is ${describe(one)}: give a function, (next) => (call) => next(call), or grpc-web's object with intercept`,
    );
  }
  return [...interceptors];
}

function checkBytes(name: string, value: number): number {
  if (!(typeof value === "number" && value > 0))
    throw new RangeError(`${name} is ${describe(value)}: give a number of bytes above 0`);
  return value;
}
