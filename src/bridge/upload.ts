/**
 * The request's way to the worker: read no faster than the worker takes it, counted, decoded when it is text.
 */
import type { IncomingMessage } from "node:http";
import type { ClientHttp2Stream } from "node:http2";
import { BodyDecoder } from "./base64-stream.ts";

/** Bytes that may wait for the worker. Node's own mark, 16 KiB, sends one chunk at a time. */
const HIGH_WATER = 2 ** 20;

interface UploadOptions {
  /** The body is base64. */
  text: boolean;
  /** Largest body, decoded, in bytes. */
  maxBytes: number;
  onTooLarge(): void;
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
  options: UploadOptions,
): Upload {
  const decoder = options.text ? new BodyDecoder() : undefined;
  let bytes = 0;
  let begun = false;

  const onData = (chunk: Buffer) => {
    begun = true;
    const decoded = attempt(() => (decoder ? decoder.decode(chunk) : chunk));
    if (!decoded || !stream.writable) return;
    bytes += decoded.length;
    if (bytes > options.maxBytes) return options.onTooLarge();
    stream.write(decoded, onWritten);
    if (stream.writableLength >= HIGH_WATER) request.pause();
  };
  const onWritten = () => {
    if (request.isPaused() && stream.writableLength < HIGH_WATER / 2) request.resume();
  };
  const onEnd = () => {
    begun = true;
    if (attempt(() => decoder?.end() ?? true) && stream.writable) stream.end();
  };
  function attempt<T>(decode: () => T): T | undefined {
    try {
      return decode();
    } catch (error) {
      options.onBadBase64(error as Error);
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
      request.off("data", onData).off("end", onEnd);
      request.pause();
    },
  };
}
