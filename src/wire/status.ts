/**
 * gRPC status codes. Source: grpc/grpc, doc/statuscodes.md and doc/http-grpc-status-mapping.md.
 */

export const Status = {
  OK: 0,
  CANCELLED: 1,
  UNKNOWN: 2,
  INVALID_ARGUMENT: 3,
  DEADLINE_EXCEEDED: 4,
  NOT_FOUND: 5,
  ALREADY_EXISTS: 6,
  PERMISSION_DENIED: 7,
  RESOURCE_EXHAUSTED: 8,
  FAILED_PRECONDITION: 9,
  ABORTED: 10,
  OUT_OF_RANGE: 11,
  UNIMPLEMENTED: 12,
  INTERNAL: 13,
  UNAVAILABLE: 14,
  DATA_LOSS: 15,
  UNAUTHENTICATED: 16,
} as const;

const BY_HTTP_STATUS: Record<number, number> = {
  400: Status.INTERNAL,
  401: Status.UNAUTHENTICATED,
  403: Status.PERMISSION_DENIED,
  404: Status.UNIMPLEMENTED,
  429: Status.UNAVAILABLE,
  502: Status.UNAVAILABLE,
  503: Status.UNAVAILABLE,
  504: Status.UNAVAILABLE,
};

/** The gRPC status of a reply that has none of its own, from its HTTP status. */
export function statusFromHttp(httpStatus: number): number {
  return BY_HTTP_STATUS[httpStatus] ?? Status.UNKNOWN;
}

/**
 * Reads a `grpc-status` value. A value that is not a whole number from 0 to 16 is `UNKNOWN`, never `OK`: gRPC
 * asks that unknown codes be treated so.
 */
export function parseStatus(text: string): number {
  const code = /^\d{1,9}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return code >= Status.OK && code <= Status.UNAUTHENTICATED ? code : Status.UNKNOWN;
}

/** The code's name as the gRPC documents write it, for texts: `8` is `RESOURCE_EXHAUSTED`. */
export function statusName(code: number): string {
  return Object.entries(Status).find(([, value]) => value === code)?.[0] ?? `STATUS_${code}`;
}
