/** A gRPC-Web call without any library, and what is measured against: `fetch` alone with the same bytes. */

import { readItems } from "../peers/values.ts";
import type { Item } from "../work.ts";
import { decodeMessage, encodeFrame } from "./by-hand-codec.ts";

const HEADERS = { "content-type": "application/grpc-web+proto", "x-grpc-web": "1" };
const PREDICT = "/mindspore.serving.proto.MSService/Predict";
const TRAILERS = 0x80;

export const encode = (instances: Item[][]) => encodeFrame(instances).subarray(5);
export const decode = decodeMessage;

function post(address: string, body: Uint8Array<ArrayBuffer> | Blob): Promise<Response> {
  return fetch(address + PREDICT, { method: "POST", headers: HEADERS, body });
}

export function connect(address: string) {
  return async (instances: Item[][]) => {
    const reply = await post(address, encodeFrame(await readItems(instances)));
    if (!reply.ok) throw new Error(`HTTP ${reply.status}`);
    return valuesOf(new Uint8Array(await reply.arrayBuffer()));
  };
}

/** One message frame and one with trailers. */
function valuesOf(body: Uint8Array<ArrayBuffer>): Record<string, unknown>[] {
  let values: Record<string, unknown>[] | undefined;
  let status: string | undefined;
  for (let at = 0; at < body.length; ) {
    const length = new DataView(body.buffer, at + 1).getUint32(0);
    const content = body.subarray(at + 5, at + 5 + length);
    if (body[at] === TRAILERS) status = /grpc-status: *(\d+)/.exec(new TextDecoder().decode(content))?.[1];
    else values = decodeMessage(content);
    at += 5 + length;
  }
  if (status !== "0" || !values) throw new Error(`gRPC status ${status}`);
  return values;
}

/** A body made beforehand, and a reply that nobody looks into. */
export async function prepareRaw(address: string, instances: Item[][]) {
  const body = encodeFrame(await readItems(instances));
  return () => answer(address, body);
}

/** The same as one `Blob` made beforehand: what the browser itself needs where a page sends files. */
export async function prepareRawBlob(address: string, instances: Item[][]) {
  const body = new Blob([encodeFrame(await readItems(instances))]);
  return () => answer(address, body);
}

async function answer(address: string, body: Uint8Array<ArrayBuffer> | Blob): Promise<ArrayBuffer> {
  const reply = await post(address, body);
  if (!reply.ok) throw new Error(`HTTP ${reply.status}: ${await reply.text()}`);
  return reply.arrayBuffer();
}
