/** The kinds of failure, and what follows from each: the one table that every rule about a kind reads. */

/** What went wrong, in the order in which a call passes these places. */
export type ErrorKind =
  | "offline"
  | "proxy-unreachable"
  | "cors"
  | "not-grpc-web"
  | "unauthorized"
  | "refused"
  | "worker-down"
  | "servable-not-available"
  | "method-not-available"
  | "invalid-input"
  | "model-failed"
  | "queue-full"
  | "too-large"
  | "timeout"
  | "cancelled"
  | "protocol";

/** What follows from a failure's kind. */
export interface KindFacts {
  /**
   * Whose fault it may be. `"instance"`: that of one instance, so that the others of its call are worth sending
   * again without it. `"call"`: the way's or the servable's, which the next call meets too.
   */
  readonly scope: "instance" | "call";
  /**
   * Whether it passes without anybody changing the call. `"soon"`: within seconds, so that trying again is worth it.
   * `"later"`: when something outside is back, such as this device's network. `"no"`: the same call fails again, as far
   * as the kind tells.
   */
  readonly passes: "soon" | "later" | "no";
  /** How far the call has come for sure: not beyond this page, to the proxy, or to a Serving behind it. */
  readonly reached: "page" | "proxy" | "worker";
}

/** By kind. The hints, which are long, are beside it in `hints.ts`. */
export const errorKinds: Readonly<Record<ErrorKind, KindFacts>> = {
  offline: { scope: "call", passes: "later", reached: "page" },
  "proxy-unreachable": { scope: "call", passes: "soon", reached: "page" },
  cors: { scope: "call", passes: "no", reached: "page" },
  "not-grpc-web": { scope: "call", passes: "no", reached: "page" },
  unauthorized: { scope: "call", passes: "no", reached: "proxy" },
  refused: { scope: "call", passes: "no", reached: "proxy" },
  "worker-down": { scope: "call", passes: "soon", reached: "proxy" },
  "servable-not-available": { scope: "call", passes: "no", reached: "worker" },
  "method-not-available": { scope: "call", passes: "no", reached: "worker" },
  "invalid-input": { scope: "instance", passes: "no", reached: "worker" },
  "model-failed": { scope: "instance", passes: "no", reached: "worker" },
  "queue-full": { scope: "call", passes: "soon", reached: "worker" },
  "too-large": { scope: "instance", passes: "no", reached: "worker" },
  timeout: { scope: "call", passes: "no", reached: "worker" },
  cancelled: { scope: "call", passes: "no", reached: "worker" },
  protocol: { scope: "instance", passes: "no", reached: "worker" },
};
