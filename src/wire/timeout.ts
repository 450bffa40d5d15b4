/**
 * The `grpc-timeout` header: at most eight digits and a unit.
 * Source: grpc/grpc, doc/PROTOCOL-HTTP2.md, "Timeout".
 */

const UNIT_MS: Record<string, number> = {
  H: 3_600_000,
  M: 60_000,
  S: 1_000,
  m: 1,
  u: 0.001,
  n: 0.000_001,
};

/** Whole milliseconds, rounded up, at least 1; seconds when there are too many. */
export function formatTimeout(timeoutMs: number): string {
  const ms = Math.max(1, Math.ceil(timeoutMs));
  if (ms < 1e8) return `${ms}m`;
  return `${Math.min(Math.ceil(ms / 1000), 99_999_999)}S`;
}

/** Milliseconds of a `grpc-timeout` value, or `undefined` when there is none or it is malformed. */
export function parseTimeout(value: string | undefined): number | undefined {
  const match = /^(\d{1,8})([HMSmun])$/.exec(value ?? "");
  return match ? Number(match[1]) * UNIT_MS[match[2]!]! : undefined;
}
