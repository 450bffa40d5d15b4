/** What a file is, by its first bytes: so that no archive, picture or text is sent as raw numbers. */

import { isNpy } from "./npy.ts";

/** Files that hold no plain array. */
export type ForeignKind =
  | "npz"
  | "zip"
  | "gzip"
  | "lfs"
  | "picture"
  | "hdf5"
  | "pickle"
  | "parquet"
  | "matlab"
  | "pdf";

type FileKind = ForeignKind | "empty" | "npy" | "text" | "raw";

/** From the file's first byte on; `about` is the format's name where a kind has several. */
const MARKS: readonly [kind: ForeignKind, mark: string, about?: string][] = [
  ["lfs", "version https://git-lfs.github.com/spec/"],
  ["zip", "PK\x03\x04"],
  ["zip", "PK\x05\x06"],
  ["gzip", "\x1f\x8b\x08"],
  ["hdf5", "\x89HDF\r\n\x1a\n"],
  ["parquet", "PAR1"],
  ["matlab", "MATLAB 5.0 MAT-file"],
  ["pdf", "%PDF-"],
  ["picture", "\x89PNG\r\n\x1a\n", "PNG"],
  ["picture", "\xff\xd8\xff", "JPEG"],
  ["picture", "GIF87a", "GIF"],
  ["picture", "GIF89a", "GIF"],
  ["picture", "II*\0", "TIFF"],
  ["picture", "MM\0*", "TIFF"],
];

/** Enough of a file to know it by. */
const HEAD = 4096;

/** Whoever names a file so says that its bytes are values, even where they could be text. */
const RAW_NAME = /\.(bin|raw|dat)$/i;

export function fileKind(bytes: Uint8Array, name: string): { kind: FileKind; about: string } {
  const is = (kind: FileKind, about = "") => ({ kind, about });
  if (bytes.length === 0) return is("empty");
  if (isNpy(bytes)) return is("npy");
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, HEAD));
  const marked = MARKS.find(([, mark]) => startsWith(bytes, mark));
  if (marked) {
    // numpy.savez stores arrays under their names.
    const isNpz = marked[0] === "zip" && (/\.npz$/i.test(name) || /^PK.{28}[^\0]*?\.npy/s.test(head));
    return is(isNpz ? "npz" : marked[0], marked[2]);
  }
  if (/^RIFF.{4}WEBP/s.test(head)) return is("picture", "WebP");
  if (/^.{4}ftyp(avif|avis|heic|heix|mif1)/s.test(head)) return is("picture", "AVIF / HEIC");
  if (RAW_NAME.test(name)) return is("raw");
  if (isPickle(bytes)) return is("pickle");
  return is(isText(bytes) ? "text" : "raw");
}

const startsWith = (bytes: Uint8Array, mark: string) =>
  [...mark].every((character, i) => bytes[i] === character.charCodeAt(0));

/** Protocols 2 to 5 begin with their number, and all of them end with a full stop. */
function isPickle(bytes: Uint8Array): boolean {
  return bytes[0] === 0x80 && bytes[1]! >= 2 && bytes[1]! <= 5 && bytes.at(-1) === 0x2e;
}

/** Control characters but tabs and the ends of lines. */
const CONTROL = /[^\P{Cc}\t\r\n]/u;
const isControl = (byte: number) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d;

/** UTF-8 or, as spreadsheets save "Unicode text", UTF-16 with its mark; without control characters. */
function isText(bytes: Uint8Array): boolean {
  const encoding = encodingOf(bytes);
  // What is not text mostly shows it at once.
  if (encoding === "utf-8" && bytes.subarray(0, HEAD).some(isControl)) return false;
  try {
    return !CONTROL.test(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}

function encodingOf([first, second]: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

/** A text's characters, without the mark of its encoding. */
export const textOf = (bytes: Uint8Array): string => new TextDecoder(encodingOf(bytes)).decode(bytes);
