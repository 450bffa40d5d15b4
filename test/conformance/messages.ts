/** The conformance suite's own messages, from the proto files of the Go module that the runner was built of. */

import { join } from "node:path";
import protobuf from "protobufjs";

const protos = process.env.CONFORMANCE_PROTOS!;

const root = new protobuf.Root();
root.resolvePath = (_, path) => (path.startsWith("google/protobuf/") ? path : join(protos, path));
root.loadSync("connectrpc/conformance/v1/client_compat.proto");

export interface Any {
  typeUrl: string;
  /** Absent when the message is empty. */
  value?: Uint8Array;
}

export interface Header {
  name: string;
  value: string[];
}

/** What the runner asks for; only what a unary client looks at. */
export interface ClientCompatRequest {
  testName: string;
  host: string;
  port: number;
  /** Absent where the server speaks plain HTTP. */
  serverTlsCert?: Uint8Array;
  messageReceiveLimit?: number;
  service: string;
  method: string;
  requestHeaders: Header[];
  requestMessages: Any[];
  timeoutMs?: number;
  cancel?: { afterCloseSendMs?: number };
}

export interface ClientCompatResponse {
  testName: string;
  response?: ClientResponseResult;
  error?: { message: string };
}

export interface ClientResponseResult {
  responseHeaders: Header[];
  responseTrailers: Header[];
  payloads: object[];
  error?: { code: number; message: string; details: Any[] } | undefined;
}

const type = (name: string) => root.lookupType(`connectrpc.conformance.v1.${name}`);
const requestType = type("ClientCompatRequest");
const responseType = type("ClientCompatResponse");
const unaryResponseType = type("UnaryResponse");

// google.rpc.Status, what `grpc-status-details-bin` holds; of its fields only the details are wanted.
const statusType = new protobuf.Type("Status").add(
  new protobuf.Field("details", 3, "google.protobuf.Any", "repeated"),
);
root.define("google.rpc").add(statusType);

export function decodeRequest(bytes: Uint8Array): ClientCompatRequest {
  const message = requestType.decode(bytes);
  return requestType.toObject(message, { arrays: true }) as unknown as ClientCompatRequest;
}

export function encodeResponse(response: ClientCompatResponse): Uint8Array {
  return responseType.encode(responseType.fromObject(response)).finish();
}

/** The payload that a reply of any of the suite's unary methods carries as its field 1. */
export function decodePayload(bytes: Uint8Array): object {
  return (unaryResponseType.decode(bytes) as unknown as { payload?: object }).payload ?? {};
}

export function decodeStatusDetails(bytes: Uint8Array): Any[] {
  return (statusType.decode(bytes) as unknown as { details: Any[] }).details;
}
