/** The kind of a failed call, whoever threw its error. */

import type { ErrorKind } from "../errors/error-kinds.ts";
import { CallFailure } from "./call-failure.ts";
import { isUndecodable, type RpcError } from "./grpc-web.ts";
import { kindOfStatus } from "./reply-kind.ts";

/** An `RpcError` of another class than ours is from grpc-web's own transport, or made by an interceptor of the caller's. */
export function kindOfFailure(error: RpcError): ErrorKind {
  if (error instanceof CallFailure) return error.kind;
  return isUndecodable(error) ? "protocol" : kindOfStatus(error.code, error.message);
}
