/** A call that failed between the page and the server, as grpc-web's own error type, so that interceptors know it. */

import { emptyMetadata, type Metadata } from "../../wire/index.ts";
import type { ErrorKind } from "../errors/error-kinds.ts";
import { RpcError } from "./grpc-web.ts";

export class CallFailure extends RpcError {
  readonly kind: ErrorKind;
  /** Of a reply that had another than 200. */
  httpStatus?: number;
  /** Where the call was redirected to; empty where the browser hides it. */
  redirectedTo?: string;

  /** @param code gRPC status; @param message the server's own text where there is one */
  constructor(kind: ErrorKind, code: number, message: string, metadata: Metadata = emptyMetadata()) {
    super(code, message, metadata);
    this.kind = kind;
  }
}
