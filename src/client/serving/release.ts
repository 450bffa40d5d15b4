/**
 * Serving releases, as far as a client sees them: up to 1.2 the instances of a request have field number 3, from
 * 1.3 on 2. A server whose number a request lacks sees no instances, which releases 1.1 and 1.2 tell at once: so a
 * request goes under 2, and under 3 too where one of them has answered, but never under 3 alone unless the caller asks.
 */

import type { InstancesField, PredictReply, RequestForm } from "../../wire/index.ts";
import type { Interceptor } from "../transport/call.ts";

/** A release of MindSpore Serving that has the gRPC service. */
export type Release = "1.1" | "1.2" | "1.3" | "1.4" | "1.5" | "1.6" | "1.7" | "1.8" | "1.9" | "2.0";

const RELEASES: readonly string[] = ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "1.8", "1.9", "2.0"];

export function isRelease(release: unknown): release is Release {
  return typeof release === "string" && RELEASES.includes(release);
}

const BEFORE_1_5: readonly Release[] = ["1.1", "1.2", "1.3", "1.4"];

/** Releases 1.1 and 1.2. */
export function isBefore1_3(release: Release | "auto"): boolean {
  return release === "1.1" || release === "1.2";
}

/** Addresses that have answered as a release before 1.3; shared by all clients of a page. */
const oldAddresses = new Set<string>();

/** How a request to this address is written. */
export function formOf(release: Release | "auto", address: string): RequestForm {
  return {
    instancesFields: instancesFields(release, address),
    emptyData: hasEmptyData(release, address),
  };
}

/**
 * Field numbers to send instances under. For an address that has answered as an old release both: it may front
 * servers of several releases, and each skips the number that it does not know.
 */
function instancesFields(release: Release | "auto", address: string): readonly InstancesField[] {
  if (release !== "auto") return isBefore1_3(release) ? [3] : [2];
  return oldAddresses.has(address) ? [2, 3] : [2];
}

/**
 * Whether an empty tensor is sent with a `data` field that is empty, as the Python client of releases from 1.5 on does,
 * or without one, as that of earlier releases. Every release takes both: protobuf's decoders make no difference.
 */
function hasEmptyData(release: Release | "auto", address: string): boolean {
  if (release !== "auto") return !BEFORE_1_5.includes(release);
  return !oldAddresses.has(address);
}

/** An interceptor that asks again, as an old release has to be asked, where the first answer shows that it is one. */
export function askingOldReleases(address: string): Interceptor {
  return (next) => async (call) => {
    const reply = await next(call);
    if (!sawNoInstances(reply.message)) return reply;
    oldAddresses.add(address);
    return next({ ...call, form: formOf("auto", address) });
  };
}

/** For tests, which start servers of several releases on one port. */
export function forgetAddresses(): void {
  oldAddresses.clear();
}

/** Whether a server says that it saw no instances: so answer releases 1.1 and 1.2 when they come under 2. */
function sawNoInstances(reply: PredictReply): boolean {
  const text = reply.errors[0]?.text ?? "";
  return (
    reply.errors.length === 1 &&
    reply.instances.length === 0 &&
    (text === "Input instances count is 0" || text.startsWith("Instances count of request cannot be 0"))
  );
}
