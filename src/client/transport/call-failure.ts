/** A call that failed between the page and the server, as grpc-web's own error type, so that interceptors know it. */

import { RpcError } from "grpc-web";
import { emptyMetadata, type Metadata } from "../../wire/trailers.ts";
import type { ErrorKind } from "../errors/kinds.ts";

export class CallFailure extends RpcError {
  readonly kind: ErrorKind;

  /** @param code gRPC status; @param message the server's own text where there is one */
  constructor(kind: ErrorKind, code: number, message: string, metadata: Metadata = emptyMetadata()) {
    super(code, message, metadata);
    this.kind = kind;
  }
}

/** Whether something thrown is grpc-web's: its own transport tells an incomplete reply as a bare object. */
export function isRpcError(error: unknown): error is RpcError {
  if (error instanceof RpcError) return true;
  if (typeof error !== "object" || error === null || error instanceof Error) return false;
  const { code, message } = error as Partial<RpcError>;
  return typeof code === "number" && typeof message === "string";
}
