/** Bytes as people read them, and whether they are a picture. */

const ROW = 16;

/** `00000010  ff d8 ff e0 …  |....|`, sixteen bytes a line. */
export function hexText(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let start = 0; start < bytes.length; start += ROW) {
    const row = [...bytes.subarray(start, start + ROW)];
    const hex = hexOf(row);
    const text = row.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : ".")).join("");
    lines.push(`${start.toString(16).padStart(8, "0")}  ${hex.padEnd(ROW * 3 - 1)}  ${text}`);
  }
  return lines.join("\n");
}

/** `ff d8 ff` */
export function hexOf(bytes: Iterable<number>): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(" ");
}

/** First bytes of the formats that every browser shows; -1 stands for any byte. */
const PICTURES: readonly [type: string, head: readonly number[]][] = [
  ["image/jpeg", [0xff, 0xd8, 0xff]],
  ["image/png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["image/gif", [0x47, 0x49, 0x46, 0x38]],
  ["image/webp", [0x52, 0x49, 0x46, 0x46, -1, -1, -1, -1, 0x57, 0x45, 0x42, 0x50]],
  ["image/bmp", [0x42, 0x4d, -1, -1, -1, -1, 0, 0, 0, 0]],
  ["image/avif", [-1, -1, -1, -1, 0x66, 0x74, 0x79, 0x70, 0x61, 0x76, 0x69, 0x66]],
];

export function pictureType(bytes: Uint8Array): string | undefined {
  return PICTURES.find(([, head]) => head.every((byte, i) => byte < 0 || bytes[i] === byte))?.[0];
}
