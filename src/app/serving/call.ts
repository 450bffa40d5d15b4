/** A call to Serving as the pages make it: the library comes when first needed, every failure is a value. */

import type {
  ErrorKind,
  Hint,
  InferResult,
  Instance,
  InstanceError,
  OnProgress,
  Outputs,
} from "../../client/index.ts";
import { noteCall } from "../connection/connection.ts";
import { settings } from "../settings/settings.ts";
import type { Words } from "../words/words.ts";

/** A failure that the server, the proxy or the library told. */
export interface ToldFailure {
  /** Their own text, untouched. */
  text: string;
  /** The text as people read it, where it is another. */
  readable?: string;
  kind: ErrorKind | "misuse";
  /** What to do; the page has words of its own where there is none. */
  hint?: Hint;
}

/** A failure that the page itself found: the names of its text and of what to do. */
export interface OwnFailure {
  word: OwnWord;
  about?: string;
}

type OwnWord = { [Word in keyof Words]: `${Word}Do` extends keyof Words ? Word : never }[keyof Words];

export type Failure = ToldFailure | OwnFailure;

/** One instance's result. */
export type InstanceAnswer = { outputs: Outputs } | { failure: Failure };

/** A call's result: one answer for each instance, in order, or what failed the whole call. */
export type Answer = { answers: InstanceAnswer[] } | { failure: Failure };

export interface Call {
  servable: string;
  method: string;
  /** Decimal digits; 0, which is meant without it, is the highest running one. */
  version?: string;
  instances: Instance[];
  signal?: AbortSignal;
  onProgress?: OnProgress;
}

/** The library, a chunk of its own. */
export const loadClient = () => import("../../client/index.ts");

type Library = Awaited<ReturnType<typeof loadClient>>;

/** Makes one call as the settings have it. @throws DOMException `AbortError` when `signal` ended it */
export async function call({
  servable,
  method,
  version = "0",
  instances,
  signal,
  onProgress,
}: Call): Promise<Answer> {
  let library: Library;
  try {
    library = await loadClient();
  } catch {
    return { failure: { word: "codeMissing" } };
  }
  const { Client, isError } = library;
  let result: InferResult;
  try {
    const { address, timeoutMs, metadata } = settings.value;
    const client = new Client(address, servable, method, { version: BigInt(version), timeoutMs, metadata });
    result = await client.infer(instances, {
      ...(signal ? { signal } : {}),
      ...(onProgress ? { onProgress } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    return { failure: { text: (error as Error).message, kind: "misuse" } };
  }
  if (isError(result)) {
    noteCall(result.kind, result.grpcStatus === undefined);
    return { failure: toldFailure(result, library) };
  }
  noteCall(undefined);
  return {
    answers: result.map((outcome) =>
      isError(outcome) ? { failure: toldFailure(outcome, library) } : { outputs: outcome },
    ),
  };
}

function toldFailure(error: InstanceError, { errorText, ServingError }: Library): ToldFailure {
  return {
    text: error.error,
    readable: errorText(error),
    kind: error.kind,
    hint: new ServingError(error).hint,
  };
}
