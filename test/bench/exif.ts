/** A JPEG with an EXIF as a phone writes it: an orientation, and a small JPEG of the same picture. */

interface Exif {
  orientation: number;
  /** A JPEG of less than 64 KB. */
  thumbnail: Buffer;
}

const SHORT = 3;
const LONG = 4;
const ORIENTATION = 0x0112;
const COMPRESSION = 0x0103;
const THUMBNAIL_OFFSET = 0x0201;
const THUMBNAIL_LENGTH = 0x0202;
const JPEG_COMPRESSION = 6;

/** Puts it where cameras do, before everything else. */
export function withExif(jpeg: Buffer, { orientation, thumbnail }: Exif): Buffer {
  const header = Buffer.from("MM\0*\0\0\0\x08", "latin1");
  const first = header.length + directoryBytes(1);
  const picture = first + directoryBytes(3);
  const tiff = Buffer.concat([
    header,
    directory([[ORIENTATION, SHORT, orientation]], first),
    directory(
      [
        [COMPRESSION, SHORT, JPEG_COMPRESSION],
        [THUMBNAIL_OFFSET, LONG, picture],
        [THUMBNAIL_LENGTH, LONG, thumbnail.length],
      ],
      0,
    ),
    thumbnail,
  ]);
  const marker = Buffer.from("\xff\xe1\0\0Exif\0\0", "latin1");
  marker.writeUInt16BE(marker.length - 2 + tiff.length, 2);
  return Buffer.concat([jpeg.subarray(0, 2), marker, tiff, jpeg.subarray(2)]);
}

const directoryBytes = (entries: number) => 2 + 12 * entries + 4;

/** @param next where the next one begins, from the header on; 0 for none */
function directory(entries: readonly [tag: number, type: number, value: number][], next: number): Buffer {
  const bytes = Buffer.alloc(directoryBytes(entries.length));
  bytes.writeUInt16BE(entries.length, 0);
  entries.forEach(([tag, type, value], i) => {
    const at = 2 + 12 * i;
    bytes.writeUInt16BE(tag, at);
    bytes.writeUInt16BE(type, at + 2);
    bytes.writeUInt32BE(1, at + 4);
    if (type === SHORT) bytes.writeUInt16BE(value, at + 8);
    else bytes.writeUInt32BE(value, at + 8);
  });
  bytes.writeUInt32BE(next, bytes.length - 4);
  return bytes;
}
