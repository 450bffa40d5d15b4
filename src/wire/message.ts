/**
 * The messages of proto/ms_service.proto as plain objects, one to one with the wire: nothing is checked or
 * converted here, so that the same types carry what a server must refuse.
 */

import type { CutText } from "./cut-text.ts";
import type { InstancesField } from "./schema.ts";

/** Bytes of a payload. A `Blob` (a `File` too) is sent without being read into JavaScript. */
export type Payload = Uint8Array | Blob;

/** Whom a request is for. */
export interface ServableSpec {
  /** Of the servable. */
  name: string;
  /** Of its method. */
  method: string;
  /** 0 is the highest running version. */
  version: bigint;
  /** Fields of no known number, which a server sends back; as google-protobuf gives them. */
  unknown?: unknown[];
}

/** One value: a tensor, a text or bytes. */
export interface TensorMessage {
  /** Absent: no shape submessage. */
  shape?: readonly number[] | undefined;
  /** `DataType` number; may be one that no release knows. */
  dtype: number;
  /** Absent and present but empty are the same to every release, and distinguished here. */
  data?: Payload | undefined;
  /** `bytes_val`, for texts and bytes. */
  bytesVal: Payload[];
  /** Instead of `data`: it lies in shared memory of the server's machine. Says where, as a `ShmTensorData`. */
  sharedMemory?: Uint8Array | undefined;
}

/** Input or output names and their tensors. */
export type InstanceMessage = Map<string, TensorMessage>;

/** What a call of Serving's `Predict` asks. */
export interface PredictRequest {
  /** Whom it is for. */
  spec: ServableSpec;
  /** Inputs by name, of each instance. */
  instances: InstanceMessage[];
}

/** An error as Serving tells it. */
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

/** What Serving answers. */
export interface PredictReply {
  /** The request's own; releases before 1.2 send none. */
  spec?: ServableSpec | undefined;
  /** Outputs by name, of each instance. */
  instances: InstanceMessage[];
  /** None; one, of the whole request; or one for each instance, with code 0 where it succeeded. */
  errors: ErrorMessage[];
}

/** How a request is written: what of it depends on the server's release. */
export interface RequestForm {
  /** Field numbers under which the instances are listed; under several, each server reads its own. */
  readonly instancesFields: readonly InstancesField[];
  /** Whether an empty tensor has a `data` field. */
  readonly emptyData: boolean;
}
