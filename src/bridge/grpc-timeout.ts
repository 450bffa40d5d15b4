/**
 * The `grpc-timeout` header. Source: grpc/grpc, doc/PROTOCOL-HTTP2.md: at most eight digits and a unit.
 */

const UNIT_MS: Record<string, number> = {
  H: 3_600_000,
  M: 60_000,
  S: 1_000,
  m: 1,
  u: 0.001,
  n: 0.000_001,
};

/** Milliseconds of a `grpc-timeout` value, or `undefined` when there is none or it is not of the form. */
export function parseGrpcTimeout(value: string | undefined): number | undefined {
  const match = /^(\d{1,8})([HMSmun])$/.exec(value ?? "");
  return match ? Number(match[1]) * UNIT_MS[match[2]!]! : undefined;
}
