/** The image worker: does jobs as they come and answers by their number. */

import { type SentError, toSentError } from "../errors/image-error.ts";
import { type ImageJob, type JobResults, runJob } from "./image-job.ts";

export interface JobRequest {
  id: number;
  job: ImageJob;
}

export type JobAnswer =
  | { id: number; result: JobResults[keyof JobResults] }
  | { id: number; error: SentError };

/** The little of a worker's global scope that is used: the page's lib.dom has other types for these names. */
const scope = globalThis as unknown as {
  onmessage: (event: MessageEvent<JobRequest>) => void;
  postMessage(message: JobAnswer | "ready", transfer?: Transferable[]): void;
};

scope.onmessage = async ({ data: { id, job } }) => {
  try {
    const result = await runJob(job);
    const transfer = result && "data" in result ? [result.data.buffer as ArrayBuffer] : [];
    scope.postMessage({ id, result }, transfer);
  } catch (error) {
    scope.postMessage({ id, error: toSentError(error) });
  }
};

// From here on jobs are heard; until then the page can still do them itself.
scope.postMessage("ready");
