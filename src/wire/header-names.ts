/** Headers and trailers by which a gRPC-Web call is identified, limited and answered. Source: grpc/grpc, doc/PROTOCOL-WEB.md. */

/** How the call ended: a number of `Status`, in the trailers or, without a message, in the headers. */
export const GRPC_STATUS = "grpc-status";

/** The text that goes with it, percent-encoded. */
export const GRPC_MESSAGE = "grpc-message";

/** How long the caller waits. */
export const GRPC_TIMEOUT = "grpc-timeout";

/** How compressed messages are compressed: `gzip`. A frame's flag says whether its message is. */
export const GRPC_ENCODING = "grpc-encoding";

/** `1`: the request is gRPC-Web's. */
export const X_GRPC_WEB = "x-grpc-web";
