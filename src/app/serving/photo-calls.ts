/** How a queue of photos calls, as the settings have it. */

import type { ErrorKind } from "../../client/index.ts";
import type { Failure } from "../../failures/index.ts";
import type { PhotoQueueOptions } from "../../photos/index.ts";
import { SHRUNK_SIDE, settings } from "../state/settings.ts";
import { clientFor, type Target } from "./client-for.ts";
import { connection, noteCall } from "./connection.ts";
import { signedPhotoInput } from "./photo-method.ts";
import { bringSignatures, signatureOf } from "./signatures.ts";
import { look } from "./watch.ts";

type Calls = Required<Pick<PhotoQueueOptions, "client" | "input" | "maxSide" | "limits" | "isBack">>;

/** @param target is asked anew for photos that are not on their way yet */
export function photoCalls(target: () => Target): Calls {
  return {
    async client() {
      // Of which the input is asked next.
      await bringSignatures();
      return clientFor(target());
    },
    input: () => inputOf(target()),
    maxSide: () => (settings.value.shrink ? SHRUNK_SIDE : undefined),
    limits: () => settings.value,
    isBack: async () => {
      await look();
      return connection.value === "connected";
    },
  };
}

/** The one that is set for the method, else the signature's; empty where the server is to tell. */
function inputOf({ servable, method }: Target): string {
  const { input, ...set } = settings.value;
  const isSet = set.servable === servable && set.method === method;
  return (isSet && input) || (signedPhotoInput(signatureOf(servable, method)) ?? "");
}

/** What the failure of a call says of the way; one that the page itself found says nothing. */
export function noteFailure({ kind, code, grpcStatus }: Failure): void {
  if (code !== undefined) noteCall(kind as ErrorKind, grpcStatus === undefined);
}
