/**
 * How the photos of one run are sent: to the place that it was started for, whatever the settings say by then. Headers
 * go to the address that they were given for and nowhere else.
 */

import { forbiddenAddress } from "../../failures/index.ts";
import { PhotoError } from "../../photos/index.ts";
import { clientFor, type Place, type Target } from "../serving/client-for.ts";
import { photoCalls } from "../serving/photo-calls.ts";
import { settings } from "../state/settings.ts";
import { isForbidden, originOf } from "./policy.ts";

/** @param place is asked anew for each call */
export function callsAt(target: Target, place: () => Place): ReturnType<typeof photoCalls> {
  const bySettings = photoCalls(() => target);
  return {
    ...bySettings,
    async client() {
      const { address } = place();
      if (await isForbidden(address)) throw new PhotoError(forbiddenAddress(originOf(address)));
      if (isOfSettings(address)) await bySettings.client(); // Which brings the signatures.
      return clientFor(target, place());
    },
    // Another cluster's method may call its input otherwise: it is learned from there.
    input: () => (isOfSettings(place().address) ? bySettings.input() : ""),
    // What the page knows of the connection is of the settings' address.
    isBack: () => !isOfSettings(place().address) || bySettings.isBack(),
  };
}

export function isOfSettings(address: string): boolean {
  return address === settings.value.address;
}
