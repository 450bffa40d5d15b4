/** How long each part of a call took: by the client's own moments, and by what browser and Envoy tell. */

import type { CallMoment, Metadata } from "../../client/index.ts";

/**
 * Milliseconds. What nobody tells is absent, never guessed: parts that are there add up to `totalMs` or less.
 */
export interface CallTimes {
  /** From the interceptor that recorded the call to the reply, or to the failure; so far, while it is pending. */
  readonly totalMs: number;
  /** The message to bytes, packing included. */
  readonly encodeMs?: number;
  /** For a connection, its set-up included; for another origin only where it sends `timing-allow-origin`. */
  readonly queueMs?: number;
  /** Upload and server together, which `fetch` does not tell apart; `queueMs` too, where that is not known. */
  readonly waitMs?: number;
  /** Upload, and the network's way. */
  readonly uploadMs?: number;
  /** Until the reply's first byte. */
  readonly serverMs?: number;
  /** Who told upload and server apart: Envoy's header, or `XMLHttpRequest`, whose server has the network's way in it. */
  readonly serverBy?: "envoy" | "upload";
  /** From the reply's head to its end. */
  readonly downloadMs?: number;
  /** Bytes to the message. */
  readonly decodeMs?: number;
}

/** `performance.now()` of each moment that was told. */
export type Moments = { begun: number; ended?: number } & Partial<Record<CallMoment, number>>;

/** What Envoy says it took from the request's end to the reply's head, in milliseconds. */
const UPSTREAM_TIME = "x-envoy-upstream-service-time";

/** @param queueMs what the browser tells of it */
export function timesOf(moments: Moments, headers: Metadata, queueMs?: number): CallTimes {
  const { begun, sending, uploaded, head, received, ended = performance.now() } = moments;
  const queue = sending === undefined ? undefined : queueMs;
  return {
    totalMs: ended - begun,
    ...(sending !== undefined && { encodeMs: sending - begun }),
    ...(queue !== undefined && { queueMs: queue }),
    ...(sending !== undefined &&
      head !== undefined &&
      waitOf(sending + (queue ?? 0), uploaded, head, headers)),
    ...(head !== undefined && received !== undefined && { downloadMs: received - head }),
    ...(received !== undefined && moments.ended !== undefined && { decodeMs: ended - received }),
  };
}

function waitOf(sent: number, uploaded: number | undefined, head: number, headers: Metadata) {
  const waitMs = Math.max(0, head - sent);
  const told = headers[UPSTREAM_TIME];
  if (told !== undefined && /^\d{1,9}$/.test(told)) {
    const serverMs = Math.min(Number(told), waitMs);
    return { waitMs, uploadMs: waitMs - serverMs, serverMs, serverBy: "envoy" as const };
  }
  if (uploaded === undefined) return { waitMs };
  const uploadMs = Math.min(Math.max(0, uploaded - sent), waitMs);
  return { waitMs, uploadMs, serverMs: waitMs - uploadMs, serverBy: "upload" as const };
}
