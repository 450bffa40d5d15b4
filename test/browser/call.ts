/** One call of the client in a realm, and what came of it in a form that can leave the realm. */

import type { Progress } from "../../src/client/index.ts";

/** `fetch` and `xhr` are the client's own ways of sending; `grpc-web` is the library's transport. */
export type Way = "fetch" | "xhr" | "grpc-web";

export interface Job {
  way: Way;
  /** Left out, the page's own origin. */
  address?: string;
  /** Bytes of a File to send. */
  size?: number;
  timeoutMs?: number;
  /** Address whose answer makes the caller give up. */
  abortWith?: string;
  maxReplyBytes?: number;
  maxRequestBytes?: number;
  metadata?: Record<string, string>;
  compress?: boolean;
  credentials?: "omit" | "same-origin" | "include";
  /** After this long a call that has not settled is told as such: grpc-web's own sometimes never do. */
  settleMs?: number;
}

export interface Seen {
  /** The error, or outputs as lines `name: value`, so that tensors arrive readable. */
  result?: unknown;
  /** Name and message of what `infer` threw. */
  thrown?: string;
  message?: string;
  progress: Progress[];
}

/** Runs in the realm: it refers to nothing but its argument and globals. */
export async function makeCall(job: Job): Promise<Seen> {
  const { way, address = "", size = 3, timeoutMs, abortWith, settleMs } = job;
  const { maxReplyBytes, maxRequestBytes, metadata = {}, credentials, compress = false } = job;
  const { Client } = globalThis.serving;
  const client = new Client(address, "add", "add_common", {
    transport: way === "grpc-web" ? "grpc-web" : "fetch",
    metadata,
    compress,
    ...(credentials === undefined ? {} : { credentials }),
    ...(maxReplyBytes === undefined ? {} : { maxReplyBytes }),
    ...(maxRequestBytes === undefined ? {} : { maxRequestBytes }),
  });
  const progress: Progress[] = [];
  const controller = new AbortController();
  if (abortWith !== undefined) void fetch(abortWith).then(() => controller.abort());
  let timer: ReturnType<typeof setTimeout> | undefined;
  const never = new Promise<never>((_, fail) => {
    if (settleMs !== undefined) timer = setTimeout(() => fail(new Error("never settled")), settleMs);
  });
  try {
    const answer = client.infer(
      { image: new File([new Uint8Array(size).fill(7)], "a.jpg") },
      {
        signal: controller.signal,
        ...(way === "xhr" ? { onProgress: (step: Progress) => progress.push(step) } : {}),
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
      },
    );
    const result = await Promise.race([answer, never]);
    const shown = Array.isArray(result)
      ? result.map((o) => Object.entries(o).map(([k, v]) => `${k}: ${v}`))
      : result;
    return { result: shown as unknown, progress };
  } catch (error) {
    return { thrown: (error as Error).name, message: (error as Error).message, progress };
  } finally {
    clearTimeout(timer);
  }
}
