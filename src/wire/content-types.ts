/** The content types of gRPC-Web's two forms. Source: grpc/grpc, doc/PROTOCOL-WEB.md. */

/** Frames as they are. Envoy's filter takes exactly this type; with a parameter behind it a request passes by untranslated. */
export const BINARY_TYPE = "application/grpc-web+proto";

/** All frames in base64. */
export const TEXT_TYPE = "application/grpc-web-text+proto";

export const BINARY_TYPES: readonly string[] = ["application/grpc-web", BINARY_TYPE];
export const TEXT_TYPES: readonly string[] = ["application/grpc-web-text", TEXT_TYPE];

/** Whether a content type is one of gRPC-Web's at all, also of a message format other than protobuf. */
export function isGrpcWebType(type: string): boolean {
  return type.startsWith("application/grpc-web");
}
