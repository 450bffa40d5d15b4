/** What a good reply is, told a second time and in another way than the client's: from the end of the whole body. */

import type { HttpReply } from "../../src/client/transport/http-reply.ts";

export function isWholeReply({ status, headers }: HttpReply, body: Uint8Array): boolean {
  if (status !== 200) return false;
  const type = headers["content-type"] ?? "";
  if (!/^application\/grpc-web(-text)?(\+proto)?(;|$)/.test(type)) return false;
  const bytes = type.includes("-text") ? fromBase64(body) : Buffer.from(body);
  if (!bytes || bytes.length < 10 || bytes[0] !== 0) return false;
  const end = 5 + bytes.readUInt32BE(1);
  if (end + 5 > bytes.length || bytes[end] !== 0x80) return false;
  if (end + 5 + bytes.readUInt32BE(end + 1) !== bytes.length) return false;
  const lines = bytes.toString("utf8", end + 5).split(/[\r\n]+/);
  const told = lines.filter((line) => /^\s*grpc-status\s*:/i.test(line));
  return told.length === 1 && /:\s*0+\s*$/.test(told[0]!);
}

/** Base64 in groups of four, each of which may be padded; `undefined` when it is none. */
function fromBase64(text: Uint8Array): Buffer | undefined {
  const chars = Buffer.from(text).toString("latin1");
  const groups = chars.match(/.{1,4}/gs) ?? [];
  const isGroup = /^[A-Za-z0-9+/]{2}([A-Za-z0-9+/]{2}|[A-Za-z0-9+/]=|==)$/;
  if (!groups.every((group) => isGroup.test(group))) return undefined;
  return Buffer.concat(groups.map((group) => Buffer.from(group, "base64")));
}
