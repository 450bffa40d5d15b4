/** What goes over the wire: messages to bytes and back, and the terms of gRPC-Web that client and proxy share. */

export { concat, sizeOfPayload } from "./bytes.ts";
export { BINARY_TYPE, BINARY_TYPES, isGrpcWebType, TEXT_TYPE, TEXT_TYPES } from "./content-types.ts";
export { COMPLAINT_PREFIX, CUT_MARK, type CutText, KEPT_BYTES } from "./cut-text.ts";
export { eachField, readerOf } from "./decode.ts";
export { type Encoded, PartsWriter } from "./encode.ts";
export { COMPRESSED_FLAG, FRAME_HEADER_BYTES, frameHeader, readFrameHeader, TRAILERS_FLAG } from "./frame.ts";
export { GRPC_ENCODING, GRPC_MESSAGE, GRPC_STATUS, GRPC_TIMEOUT, X_GRPC_WEB } from "./header-names.ts";
export { encodeInput, type InputValue, type TensorArray } from "./input.ts";
export { type CheckInstance, encodeInstances, type Instance, type Instances } from "./instance.ts";
export { InstanceReader } from "./instance-reader.ts";
export { jsonReviver, toBase64 } from "./json.ts";
export type {
  ErrorMessage,
  InstanceMessage,
  Payload,
  PredictReply,
  PredictRequest,
  RequestForm,
  ServableSpec,
  TensorMessage,
} from "./message.ts";
export { type Bytes, decodeOutputs, type Outputs, type OutputValue, type TextOrBytes } from "./output.ts";
export { bytesBefore, HEAD_BYTES } from "./placement.ts";
export { DELIMITED, VARINT } from "./protobuf.ts";
export { isReadable } from "./readable.ts";
export { decodeReply, encodeReply } from "./reply.ts";
export { decodeRequest, encodeRequest } from "./request.ts";
export { RequestHeaders } from "./request-headers.ts";
export { type InstancesField, MS_BYTES, MS_STRING, PREDICT_PATH } from "./schema.ts";
export { parseStatus, Status, statusFromHttp, statusName } from "./status.ts";
export { formatTimeout, parseTimeout } from "./timeout.ts";
export {
  addMetadata,
  decodeGrpcMessage,
  emptyMetadata,
  encodeGrpcMessage,
  formatTrailers,
  type Metadata,
  parseTrailers,
} from "./trailers.ts";
export { isWellFormed } from "./well-formed.ts";
