/** The calls that a worker has begun and not ended, from the first header on, so that a stop can end them. */

import {
  ServerInterceptingCall,
  type ServerInterceptingCallInterface,
  type ServerInterceptor,
} from "@grpc/grpc-js";
import { Status } from "../wire/index.ts";

export class OpenCalls {
  readonly #calls = new Set<ServerInterceptingCallInterface>();

  /** For the server's `interceptors`. */
  readonly interceptor: ServerInterceptor = (_method, call) => {
    const sendStatus = call.sendStatus.bind(call);
    // Replaced on the call itself: a status that grpc-js makes on its own passes no interceptor.
    call.sendStatus = (status) => {
      this.#calls.delete(call);
      sendStatus(asCoreSays(status));
    };
    this.#calls.add(call);
    return new ServerInterceptingCall(call, {
      start: (next) =>
        next({
          // Ends of every kind come here, also the caller's own cancel.
          onCancel: () => {
            this.#calls.delete(call);
          },
        }),
    });
  };

  /** Ends every open call with 1 CANCELLED, as a stopping Serving does. */
  cancel(): void {
    for (const call of this.#calls) {
      call.sendStatus({ code: Status.CANCELLED, details: "CANCELLED" });
    }
  }
}

type PartialStatus = Parameters<ServerInterceptingCallInterface["sendStatus"]>[0];

/**
 * grpc-js writes "(20 vs 10)" where gRPC's C core, which real servers have, writes "(20 vs. 10)". What it stops
 * unpacking at the limit has no size that it could name.
 */
function asCoreSays(status: PartialStatus): PartialStatus {
  const details = status.details
    ?.replace(/^(Received message larger than max \(\d+ vs) (\d+\))$/, "$1. $2")
    .replace(/^Received message that decompresses to a size larger than (\d+)$/, TOO_LARGE_UNPACKED);
  return details === undefined ? status : { ...status, details };
}

const TOO_LARGE_UNPACKED = "Received message larger than max (more vs. $1)";
