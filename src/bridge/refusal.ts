/**
 * How the proxy itself says no: as Envoy's grpc_web filter does, an HTTP status with `grpc-status` and
 * `grpc-message` in its headers and no body.
 */
import type { ServerResponse } from "node:http";
import { BINARY_TYPE, encodeGrpcMessage, GRPC_MESSAGE, GRPC_STATUS, statusFromHttp } from "../wire/index.ts";

export interface Refusal {
  httpStatus: number;
  /** Left out: what gRPC's table makes of the HTTP status. */
  grpcStatus?: number;
  message: string;
}

/** Sends the refusal. Headers that were set before (CORS, `allow`) go with it. */
export function sendRefusal(response: ServerResponse, refusal: Refusal, contentType = BINARY_TYPE): void {
  response.writeHead(refusal.httpStatus, {
    "content-type": contentType,
    [GRPC_STATUS]: String(refusal.grpcStatus ?? statusFromHttp(refusal.httpStatus)),
    [GRPC_MESSAGE]: encodeGrpcMessage(refusal.message),
    "content-length": "0",
  });
  response.end();
}
