/** Whether a Serving answers for a servable: asked over its own gRPC port, as the bridge does. */

import { Client, credentials } from "@grpc/grpc-js";
import { concat } from "../wire/bytes.ts";
import { decodeReply } from "../wire/reply.ts";
import { encodeRequest } from "../wire/request.ts";
import { PREDICT_PATH } from "../wire/schema.ts";

/** A method that no servable has: Serving looks the servable up before it says so, and runs nothing. */
const NO_METHOD = "mindspore-serving-web.ready";
const DEADLINE_MS = 10_000;

const identity = (bytes: Buffer) => bytes;

/** @throws Error with one sentence that names the servable Serving does not know */
export async function expectAnswers(address: string, servables: readonly string[]): Promise<void> {
  const client = new Client(address, credentials.createInsecure());
  try {
    for (const servable of servables) {
      const text = await answer(client, servable);
      if (!text.endsWith(", method is not available")) {
        throw new Error(`MindSpore Serving started, but not its servable ${servable}: ${text}`);
      }
    }
  } finally {
    client.close();
  }
}

function answer(client: Client, servable: string): Promise<string> {
  const spec = { name: servable, method: NO_METHOD, version: 0n };
  const request = concat(encodeRequest({ spec, instances: [new Map()] }, [2]).parts as Uint8Array[]);
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest(
      PREDICT_PATH,
      identity,
      identity,
      Buffer.from(request),
      { deadline: Date.now() + DEADLINE_MS },
      (error, reply) => {
        if (error) reject(error);
        else resolve(decodeReply(new Uint8Array(reply!)).errors[0]?.text ?? "no error where one was due");
      },
    );
  });
}
