const START_OF_SCAN = 0xda;
const APP14 = 0xee;
const ADOBE = [0x41, 0x64, 0x6f, 0x62, 0x65];

/** Whether a JPEG has Adobe's marker, by which its inks are stored inverted. */
export function hasAdobeMarker(jpeg: Uint8Array): boolean {
  for (let at = 2; at + 4 <= jpeg.length && jpeg[at] === 0xff && jpeg[at + 1] !== START_OF_SCAN; ) {
    if (jpeg[at + 1] === APP14 && ADOBE.every((byte, i) => jpeg[at + 4 + i] === byte)) return true;
    at += 2 + ((jpeg[at + 2]! << 8) | jpeg[at + 3]!);
  }
  return false;
}
