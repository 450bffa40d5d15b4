/** A call as a command line. */

import type { InspectedCall } from "../record/inspected-call.ts";

/** Above this a command line has the name of a file instead of the message. */
const MOST_CHARACTERS = 16_000;

/** grpcurl takes no larger reply unless it is told to. */
const GRPCURL_BYTES = 4 * 2 ** 20;

/** What this project's own client takes. */
const LARGE_MESSAGE_BYTES = 512 * 2 ** 20;

/** Headers that a gRPC client writes by itself. */
const OWN = ["content-type", "accept", "x-grpc-web", "grpc-timeout", "grpc-encoding", "x-user-agent"];

/**
 * The call by grpcurl, which speaks gRPC to Serving's own port, and no gRPC-Web to a proxy.
 * @param json the request, as {@link requestJson} gives it
 * @param file what the JSON is to be saved as, where it is too long for a command line
 */
export function grpcurl(call: InspectedCall, json: object, file = "request.json"): string {
  const text = JSON.stringify(json);
  const isLong = text.length > MOST_CHARACTERS;
  const isLargeReply = (call.receivedBytes ?? 0) > GRPCURL_BYTES;
  return [
    "# To Serving's own gRPC port, since grpcurl speaks no gRPC-Web.",
    "# ms_service.proto: in the folder proto of the npm package mindspore-serving-web.",
    `grpcurl -plaintext -proto ms_service.proto${isLargeReply ? ` -max-msg-sz ${LARGE_MESSAGE_BYTES}` : ""} \\`,
    ...headerLines(call),
    `  -d ${isLong ? "@" : quoted(text)} \\`,
    `  127.0.0.1:5500 mindspore.serving.proto.MSService/Predict${isLong ? ` < ${quoted(file)}` : ""}`,
  ].join("\n");
}

/**
 * The call by curl, as gRPC-Web to the proxy.
 * @param file the request's body, as {@link requestBody} gives it
 */
export function curl(call: InspectedCall, file = "request.bin"): string {
  return [
    `curl -sS --data-binary ${quoted(`@${file}`)} -o reply.bin -D - \\`,
    `  -H 'content-type: application/grpc-web+proto' -H 'x-grpc-web: 1' \\`,
    ...headerLines(call),
    `  ${quoted(call.url)}`,
  ].join("\n");
}

/** What was redacted stands there as a variable of the shell: `$AUTHORIZATION`. */
function headerLines({ headers }: InspectedCall): string[] {
  const own = Object.entries(headers).filter(([name]) => !OWN.includes(name));
  return own.map(([name, value]) => {
    const [before, after] = value.split("[redacted]");
    if (after === undefined) return `  -H ${quoted(`${name}: ${value}`)} \\`;
    return `  -H ${quoted(`${name}: ${before}`)}"$${variable(name)}" \\`;
  });
}

function variable(header: string): string {
  return header.toUpperCase().replace(/^(\d)|\W/g, "_$1");
}

/** For sh and its like. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
