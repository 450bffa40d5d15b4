/** Whether a Serving answers for a servable: asked over its own gRPC port, as the bridge does. */

import { concat, decodeReply, encodeRequest } from "../wire/index.ts";
import { type GrpcCaller, grpcCaller } from "./grpc-call.ts";

/** A method that no servable has: Serving looks the servable up before it says so, and runs nothing. */
const NO_METHOD = "mindspore-serving-web.ready";
const DEADLINE_MS = 10_000;

/** @throws Error with one sentence that names the servable Serving does not know */
export async function expectAnswers(address: string, servables: readonly string[]): Promise<void> {
  const caller = grpcCaller(address);
  try {
    for (const servable of servables) {
      const text = await answer(caller, servable);
      if (!text.endsWith(", method is not available")) {
        throw new Error(`MindSpore Serving started, but not its servable ${servable}: ${text}`);
      }
    }
  } finally {
    caller.close();
  }
}

async function answer(caller: GrpcCaller, servable: string): Promise<string> {
  const spec = { name: servable, method: NO_METHOD, version: 0n };
  const request = concat(encodeRequest({ spec, instances: [new Map()] }, [2]).parts as Uint8Array[]);
  const reply = decodeReply(await caller.send(request, undefined, { deadline: Date.now() + DEADLINE_MS }));
  return reply.errors[0]?.text ?? "no error, where one was expected";
}
