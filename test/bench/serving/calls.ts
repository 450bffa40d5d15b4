/** What a page and a Node program measure of themselves: a client's calls, or the same bytes with `fetch` alone. */

import { Client, unwrap } from "../../../src/client/index.ts";
import { requestBody } from "../../../src/client/transport/request-body.ts";
import { encodeInstances } from "../../../src/wire/instance.ts";
import { encodeRequest } from "../../../src/wire/request.ts";
import { PREDICT_PATH } from "../../../src/wire/schema.ts";
import { type Photos, WORKS, type Work, type WorkName } from "./works.ts";

/** `fetch` alone sends an array, or a `Blob`, made beforehand, and takes the reply as it comes. */
export type Kind = "client" | "fetch" | "fetch-blob";

/** What a driver wants to be measured. */
export interface Task {
  work: WorkName;
  kind: Kind;
  /** Of the proxy; "" is the page's own origin. */
  address: string;
}

type Call = () => Promise<unknown>;

/** Calls that were made once, so that what they send need not be made again. */
const prepared = new Map<string, Promise<Call>>();

/**
 * @param photos as this program has them
 * @returns ms of all calls of one sample
 */
export async function measure({ work: name, kind, address }: Task, photos: Photos): Promise<number> {
  const work = WORKS[name];
  const key = [name, kind, address].join(" ");
  if (!prepared.has(key))
    prepared.set(key, kind === "client" ? ours(work, photos, address) : raw(work, photos, kind, address));
  const call = await prepared.get(key)!;
  const started = performance.now();
  for (let i = 0; i < work.calls; i++) await call();
  const ms = performance.now() - started;
  if (work.large) (globalThis as { gc?: () => void }).gc?.();
  return ms;
}

async function ours(work: Work, photos: Photos, address: string): Promise<Call> {
  const client = new Client(address, work.servable, work.method);
  const instances = work.instances(photos);
  const call = async () => unwrap(await client.infer(instances));
  const answer = work.answer(unwrap((await call()).at(-1)!));
  const expected = work.expected ?? sizeOf(photos.at(-1)!);
  if (answer !== expected) throw new Error(`${work.text}: ${answer} came, not ${expected}`);
  return call;
}

async function raw(work: Work, photos: Photos, kind: Kind, address: string): Promise<Call> {
  const spec = { name: work.servable, method: work.method, version: 0n };
  const body = await requestBody(
    encodeRequest({ spec, instances: encodeInstances(work.instances(photos)) }, [2]),
  );
  const bytes = new Uint8Array(await new Blob([body]).arrayBuffer());
  const made = kind === "fetch" ? bytes : new Blob([bytes]);
  const headers = { "content-type": "application/grpc-web+proto", "x-grpc-web": "1" };
  return async () => {
    const reply = await fetch(address + PREDICT_PATH, { method: "POST", headers, body: made });
    await reply.arrayBuffer();
    if (!reply.ok || reply.headers.has("grpc-status")) {
      throw new Error(`${work.text}: ${reply.status} ${reply.headers.get("grpc-message")}`);
    }
  };
}

const sizeOf = (photo: File | Uint8Array) => (photo instanceof Uint8Array ? photo.length : photo.size);
