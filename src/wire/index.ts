/** What goes over the wire: messages to bytes and back, and the terms of gRPC-Web that client and proxy share. */

export { concat } from "./bytes.ts";
export { BINARY_TYPE, BINARY_TYPES, isGrpcWebType, TEXT_TYPE, TEXT_TYPES } from "./content-types.ts";
export { COMPLAINT_PREFIX, CUT_MARK, KEPT_BYTES } from "./cut-text.ts";
export { eachField, readerOf } from "./decode.ts";
export { FRAME_HEADER_BYTES, frameHeader, readFrameHeader, TRAILERS_FLAG } from "./frame.ts";
export { GRPC_MESSAGE, GRPC_STATUS, GRPC_TIMEOUT, X_GRPC_WEB } from "./header-names.ts";
export { encodeInput } from "./input.ts";
export type {
  ErrorMessage,
  InstanceMessage,
  Payload,
  PredictReply,
  PredictRequest,
  ServableSpec,
  TensorMessage,
} from "./message.ts";
export { DELIMITED, VARINT } from "./protobuf.ts";
export { decodeReply, encodeReply } from "./reply.ts";
export { decodeRequest, encodeRequest } from "./request.ts";
export { type InstancesField, MS_BYTES, MS_STRING, PREDICT_PATH } from "./schema.ts";
export { Status, statusFromHttp } from "./status.ts";
export { parseTimeout } from "./timeout.ts";
export { decodeGrpcMessage, encodeGrpcMessage, formatTrailers } from "./trailers.ts";
