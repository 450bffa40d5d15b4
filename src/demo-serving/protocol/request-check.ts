/**
 * The checks that refuse a request as a whole, in Serving's order: servable and version, method, instances,
 * inputs. Source: master/dispacther.cc and common/proto_tensor.cc of each release (protocol section 4).
 */

import type { PredictRequest, ServableSpec } from "../../wire/index.ts";
import type { ReleaseGroup, ReleaseRules } from "./release.ts";
import { findServable, type Method, type Servable } from "./servable.ts";
import { checkTensor } from "./tensor-check.ts";

/** The method to run, or the release's own words for why the request is refused, with a code where it is a special one. */
type CheckedRequest = { method: Method } | { refused: string; code?: number };

export function checkRequest(
  { spec, instances }: PredictRequest,
  servables: readonly Servable[],
  { group, noWorkerCode }: ReleaseRules,
): CheckedRequest {
  const servable = findServable(servables, spec.name, spec.version);
  if (!servable) return { refused: unavailable(spec) };
  const method = servable.methods.get(spec.method);
  if (!method) return { refused: `${formatSpec(spec)}, method is not available` };
  if (instances.length === 0) return { refused: noInstances(spec, group) };
  for (const instance of instances) {
    for (const name of method.inputs) {
      const tensor = instance.get(name);
      if (!tensor) {
        return {
          refused: `Cannot find input ${name} in instance input , servable ${spec.name}, method ${spec.method}`,
        };
      }
      const complaint = checkTensor(tensor, group);
      if (complaint) return { refused: `Instances input ${name} check failed, detail: ${complaint}` };
    }
  }
  // Only now: master/model_thread.cc, PushTasks.
  if (servable.isAlive?.() === false) return { refused: unavailable(spec), code: noWorkerCode };
  return { method };
}

/** Of a servable that is not there, and of one whose worker is not. */
export function unavailable(spec: ServableSpec): string {
  return `${formatSpec(spec)}, servable is not available`;
}

/** The spaces are Serving's: one before the comma, and two around a version. */
function formatSpec({ name, method, version }: ServableSpec): string {
  return `Request servable(${name}) method(${method}) ${version === 0n ? "" : ` version(${version}) `}`;
}

/**
 * Clients of releases from 1.3 on must not send a request without instances; one that does is refused in the words
 * of release 1.2.
 */
function noInstances({ name, method }: ServableSpec, group: ReleaseGroup): string {
  return group === "A"
    ? "Input instances count is 0"
    : `Instances count of request cannot be 0, servable: ${name}, method: ${method}`;
}
