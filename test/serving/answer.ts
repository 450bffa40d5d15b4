/** One call's answer, with a reply or without. */

import type { ServiceError } from "@grpc/grpc-js";
import { PREDICT_PATH } from "../../src/wire/schema.ts";
import type { Caller } from "../demo-serving/predict-call.ts";
import type { Answer } from "./differences.ts";

/** So that a call that is never answered ends as a test that names it. */
const DEADLINE_MS = 30_000;

export async function answerOf(server: Caller, request: Uint8Array): Promise<Answer> {
  try {
    return await server.send(request, PREDICT_PATH, { deadline: Date.now() + DEADLINE_MS });
  } catch (error) {
    const { code, details } = error as ServiceError;
    return `${code} ${details}`;
  }
}
