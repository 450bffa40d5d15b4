/**
 * The program that the conformance runner starts: it reads calls from its standard input, makes each with this
 * client, and writes what came of it to its standard output.
 *
 *     tsx test/conformance/client.ts node fetch
 *     tsx test/conformance/client.ts chromium fetch | xhr | grpc-web
 */

import { type Call, type CallResult, makeCall, type Way } from "./call.ts";
import {
  type ClientCompatRequest,
  type ClientCompatResponse,
  type ClientResponseResult,
  decodePayload,
  decodeRequest,
  decodeStatusDetails,
  encodeResponse,
  type Header,
} from "./messages.ts";

/** Calls at once: below a browser's six connections to one server, so that none waits where its time runs. */
const CONCURRENCY = 4;

/** Above any reply of the suite, where it sets no limit itself. */
const MAX_REPLY_BYTES = 2 ** 24;

const [place, way] = process.argv.slice(2) as ["node" | "chromium", Way];
const chromium = place === "chromium" ? await (await import("./chromium.ts")).openChromium() : undefined;
const callThere = chromium?.makeCall ?? makeCall;

const running = new Set<Promise<void>>();
for await (const bytes of delimited(process.stdin)) {
  const one = answer(decodeRequest(bytes)).then(() => {
    running.delete(one);
  });
  running.add(one);
  if (running.size >= CONCURRENCY) await Promise.race(running);
}
await Promise.all(running);
await chromium?.close();

async function answer(request: ClientCompatRequest): Promise<void> {
  const { testName } = request;
  try {
    write({ testName, response: toResponse(await callThere(toCall(request))) });
  } catch (error) {
    write({ testName, error: { message: String((error as Error).stack) } });
  }
}

function toCall(request: ClientCompatRequest): Call {
  const scheme = request.serverTlsCert ? "https" : "http";
  return {
    address: `${scheme}://${request.host}:${request.port}`,
    path: `/${request.service}/${request.method}`,
    message: Buffer.from(request.requestMessages[0]!.value ?? []).toString("base64"),
    metadata: Object.fromEntries(request.requestHeaders.map(({ name, value }) => [name, value.join(", ")])),
    way,
    maxReplyBytes: request.messageReceiveLimit ?? MAX_REPLY_BYTES,
    timeoutMs: request.timeoutMs,
    cancelAfterMs: request.cancel?.afterCloseSendMs,
  };
}

function toResponse({ headers, trailers, message, error }: CallResult): ClientResponseResult {
  const details = trailers["grpc-status-details-bin"];
  return {
    responseHeaders: toHeaders(headers),
    responseTrailers: toHeaders(trailers),
    payloads: message === undefined ? [] : [decodePayload(Buffer.from(message, "base64"))],
    error: error && {
      ...error,
      details: details === undefined ? [] : decodeStatusDetails(Buffer.from(details, "base64")),
    },
  };
}

function toHeaders(metadata: Record<string, string>): Header[] {
  return Object.entries(metadata).map(([name, value]) => ({ name, value: [value] }));
}

function write(response: ClientCompatResponse): void {
  const bytes = encodeResponse(response);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  process.stdout.write(Buffer.concat([length, bytes]));
}

/** Messages with their lengths, four bytes big-endian, before them. */
async function* delimited(input: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of input) {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= 4 && rest.length >= 4 + rest.readUInt32BE()) {
      const end = 4 + rest.readUInt32BE();
      yield rest.subarray(4, end);
      rest = rest.subarray(end);
    }
  }
}
