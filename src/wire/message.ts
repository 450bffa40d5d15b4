/**
 * The messages of proto/ms_service.proto as plain objects, one to one with the wire: nothing is checked or
 * converted here, so that the same types carry what a server must refuse.
 */

import type { CutText } from "./cut-text.ts";

/** Bytes of a payload. A `Blob` (a `File` too) is sent without being read into JavaScript. */
export type Payload = Uint8Array | Blob;

export interface ServableSpec {
  name: string;
  method: string;
  /** 0 is the highest running version. */
  version: bigint;
  /** Fields of no known number, which a server sends back; as google-protobuf gives them. */
  unknown?: unknown[];
}

export interface TensorMessage {
  /** Absent: no shape submessage. */
  shape?: readonly number[] | undefined;
  /** `DataType` number; may be one that no release knows. */
  dtype: number;
  /** Absent and present but empty are the same to every release, and told apart here. */
  data?: Payload | undefined;
  /** `bytes_val`, for texts and bytes. */
  bytesVal: Payload[];
  /** Instead of `data`: it lies in shared memory of the server's machine. Says where, as a `ShmTensorData`. */
  sharedMemory?: Uint8Array | undefined;
}

/** Input or output names and their tensors. */
export type InstanceMessage = Map<string, TensorMessage>;

export interface PredictRequest {
  spec: ServableSpec;
  instances: InstanceMessage[];
}

export interface ErrorMessage {
  /** Serving's own code: 0 success, 1 failed, 2 invalid inputs, 3 system error, 4 and 5 unavailable. */
  code: number;
  /** Bytes that are no UTF-8 are U+FFFD. */
  text: string;
  /** Of a text that came and was cut by Serving. */
  cut?: CutText;
  /** The text's own bytes, for one to be sent that is no UTF-8. */
  bytes?: Uint8Array;
}

export interface PredictReply {
  spec?: ServableSpec | undefined;
  instances: InstanceMessage[];
  errors: ErrorMessage[];
}
