/** What went wrong, in the order in which a call passes these places. */
export type ErrorKind =
  | "offline"
  | "proxy-unreachable"
  | "cors"
  | "not-grpc-web"
  | "unauthorized"
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
