/**
 * The request's way to the worker: read no faster than the worker takes it, counted, decoded when it is text, and unpacked to
 * be counted when it is packed.
 */
import type { IncomingMessage } from "node:http";
import type { ClientHttp2Stream } from "node:http2";
import { BodyDecoder } from "./base64-stream.ts";
import { UnpackedSize } from "./unpacked-size.ts";

/** Bytes that may wait for the worker. Node's own mark, 16 KiB, sends one chunk at a time. */
const HIGH_WATER = 2 ** 20;

interface UploadOptions {
  /** The body is base64. */
  text: boolean;
  /** Its messages may be packed in a way that can be unpacked. */
  packed: boolean;
  /** Largest body, decoded and unpacked, in bytes. */
  maxBytes: number;
  /** @param what is too large */
  onTooLarge(what: string): void;
  onBadBase64(error: Error): void;
}

export interface Upload {
  /** Something of the body was read, so the call can not be begun anew. */
  readonly begun: boolean;
  /** Sends nothing more. The rest of the body is still to be read by somebody. */
  stop(): void;
}

export function startUpload(
  request: IncomingMessage,
  stream: ClientHttp2Stream,
  { text, packed, maxBytes, onTooLarge, onBadBase64 }: UploadOptions,
): Upload {
  const decoder = text ? new BodyDecoder() : undefined;
  const unpacked = packed ? new UnpackedSize(maxBytes) : undefined;
  let bytes = 0;
  let begun = false;
  let stopped = false;
  let counting = false;
  let ended = false;

  const onData = (chunk: Buffer) => {
    begun = true;
    const decoded = attempt(() => (decoder ? decoder.decode(chunk) : chunk));
    if (!decoded || !stream.writable) return;
    bytes += decoded.length;
    if (bytes > maxBytes) onTooLarge("body");
    else if (unpacked) void count(unpacked, decoded);
    else send(decoded);
  };
  /** No byte goes on before it is known that it does not make the message too large. */
  async function count(size: UnpackedSize, chunk: Buffer): Promise<void> {
    counting = true;
    request.pause();
    await size.add(chunk);
    counting = false;
    if (stopped) return;
    if (size.bytes > maxBytes) return onTooLarge("body, unpacked,");
    request.resume();
    if (stream.writable) send(chunk);
    if (ended) finish();
  }
  function send(chunk: Buffer): void {
    stream.write(chunk, onWritten);
    if (stream.writableLength >= HIGH_WATER) request.pause();
  }
  const onWritten = () => {
    if (!counting && request.isPaused() && stream.writableLength < HIGH_WATER / 2) request.resume();
  };
  const onEnd = () => {
    begun = true;
    // Its last part may have been read with the end, and still be counted.
    if (counting) ended = true;
    else finish();
  };
  const finish = () => {
    if (attempt(() => decoder?.end() ?? true) && stream.writable) stream.end();
  };
  function attempt<T>(decode: () => T): T | undefined {
    try {
      return decode();
    } catch (error) {
      onBadBase64(error as Error);
      return undefined;
    }
  }

  request.on("data", onData).once("end", onEnd);
  request.resume();
  return {
    get begun() {
      return begun;
    },
    stop() {
      stopped = true;
      unpacked?.close();
      request.off("data", onData).off("end", onEnd);
      request.pause();
    },
  };
}
