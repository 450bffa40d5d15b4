/**
 * What went over the wire: calls recorded, their times, bytes and messages, and the hook of the gRPC-Web extension.
 *
 * @module mindspore-serving-web/inspect
 */

export { replyBody, requestBody } from "./bytes/bodies.ts";
export { curl, grpcurl } from "./bytes/commands.ts";
export { replyJson, requestJson } from "./bytes/proto-json.ts";
export { devtools } from "./devtools.ts";
export { CallLog, type CallLogOptions } from "./record/call-log.ts";
export { inspect } from "./record/inspect.ts";
export type { CallMessages, InspectedCall, InspectedError } from "./record/inspected-call.ts";
export { redacted } from "./record/redacted.ts";
export type { CallTimes } from "./record/times.ts";
export { type InspectedValue, inspectedValue } from "./values/inspected-value.ts";
