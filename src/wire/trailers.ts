/**
 * The trailers of a call, as gRPC-Web carries them: HTTP/1 header lines in the content of the last frame.
 * Names are compared without regard to case; a name that comes several times has its values joined by ", ", as
 * HTTP joins repeated headers.
 */

/** Header or trailer names, in lower case, and their values. */
export type Metadata = Record<string, string>;

/** An object without a prototype, so that a server's `__proto__` or `constructor` is a name like others. */
export function emptyMetadata(): Metadata {
  return Object.create(null) as Metadata;
}

/** Adds one value under a name of any case. */
export function addMetadata(metadata: Metadata, name: string, value: string): void {
  const key = name.toLowerCase();
  const before = metadata[key];
  metadata[key] = before === undefined ? value : `${before}, ${value}`;
}

/** Reads the content of a trailers frame. Lines end with CRLF, LF or CR; a line without a colon is an error. */
export function parseTrailers(content: Uint8Array): Metadata {
  const metadata = emptyMetadata();
  for (const line of new TextDecoder().decode(content).split(/\r\n|\n|\r/)) {
    if (line === "") continue;
    const colon = line.indexOf(":");
    if (colon <= 0) throw new Error(`trailer line without a name: ${JSON.stringify(line.slice(0, 80))}`);
    addMetadata(metadata, line.slice(0, colon).trim(), line.slice(colon + 1).trim());
  }
  return metadata;
}

/** The content of a trailers frame: `name:value` lines, each ended by CRLF, as Envoy writes them. */
export function formatTrailers(metadata: Iterable<[name: string, value: string]>): Uint8Array<ArrayBuffer> {
  let text = "";
  for (const [name, value] of metadata) text += `${name}:${value}\r\n`;
  return new TextEncoder().encode(text);
}

/**
 * Reads a `grpc-message` (gRPC over HTTP/2, "Status-Message": UTF-8, percent-encoded). What is not a valid
 * escape stays as it is: a server's text must never be lost over a stray percent sign.
 */
export function decodeGrpcMessage(text: string): string {
  if (!text.includes("%")) return text;
  const bytes = new TextEncoder().encode(text);
  const out = new Uint8Array(bytes.length);
  let length = 0;
  for (let i = 0; i < bytes.length; i++) {
    const hex = bytes[i] === 0x25 ? String.fromCharCode(...bytes.subarray(i + 1, i + 3)) : "";
    if (/^[0-9a-f]{2}$/i.test(hex)) {
      out[length++] = Number.parseInt(hex, 16);
      i += 2;
    } else {
      out[length++] = bytes[i]!;
    }
  }
  return new TextDecoder().decode(out.subarray(0, length));
}

/** Writes a `grpc-message`: every byte outside printable ASCII, and `%`, as `%XX`. */
export function encodeGrpcMessage(text: string): string {
  let out = "";
  for (const byte of new TextEncoder().encode(text)) {
    const plain = byte >= 0x20 && byte <= 0x7e && byte !== 0x25;
    out += plain ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }
  return out;
}
