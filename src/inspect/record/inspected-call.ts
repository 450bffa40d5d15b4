/** What is known of one call. */

import type { ErrorKind, Metadata, PredictReply, PredictRequest, RequestForm } from "../../client/index.ts";
import type { CallTimes } from "./times.ts";

/** Messages as the client has them, by reference: an array that is written to after the call is shown as it is then. */
export interface CallMessages {
  /** Whom it is for, and the encoded instances. */
  readonly request: PredictRequest;
  /** How the request was written. */
  readonly form: RequestForm;
  /** Absent while there is none. */
  readonly reply?: PredictReply;
}

/** How a call failed. */
export interface InspectedError {
  /** The server's own text, or the client's. */
  readonly text: string;
  /** Serving's own code where Serving answered, else the gRPC status; absent where the call was not sent. */
  readonly code?: number;
  /** gRPC status, where the call itself failed; absent where Serving answered. */
  readonly grpcStatus?: number;
  /** What kind of failure it is; absent of a transport that tells none. */
  readonly kind?: ErrorKind;
  /** HTTP status of the reply, where it was another than 200. */
  readonly httpStatus?: number;
}

/** One try of a call, as far as it is known: what was asked, what came, and how long each part took. */
export interface InspectedCall {
  /** Counts the calls of this page, from 1. */
  readonly id: number;
  /** When it began, in milliseconds since 1970. */
  readonly began: number;
  /** The method's whole address at the proxy. */
  readonly url: string;
  /** Name of the servable. */
  readonly servable: string;
  /** Name of its method. */
  readonly method: string;
  /** Decimal digits; 0 is the highest running one. */
  readonly version: string;
  /** Whether `probe` makes it, which asks what is there and runs no model: Serving refuses such a call. */
  readonly isProbe: boolean;
  /** How many instances were sent. */
  readonly instances: number;
  /** `failed`: the whole call did; instances may have failed in one that is `done`. */
  readonly state: "pending" | "done" | "failed" | "aborted";
  /** Instances that Serving answered with an error of their own. */
  readonly failedInstances: number;
  /** Of a call that has failed. */
  readonly error?: InspectedError;
  /** Names in lower case, those of gRPC-Web among them; secrets are redacted. */
  readonly headers: Metadata;
  /** What came: headers and, for a call that has failed, the trailers too; secrets are redacted. */
  readonly replyHeaders: Metadata;
  /** Secrets are redacted. */
  readonly trailers: Metadata;
  /** Bytes of the request's body as it was sent, frame and packing included; absent where it was not sent. */
  readonly sentBytes?: number;
  /** Bytes of the reply's message in its frame; absent where none came. */
  readonly receivedBytes?: number;
  /** How long each part took. */
  readonly times: CallTimes;
  /** Absent once a {@link CallLog} has let them go. */
  readonly messages?: CallMessages;
}
