#!/usr/bin/env bash
# Firefox 153.8.0 ESR: a JPEG whose EXIF stands behind another APP1 segment, as XMP is written first by some editors, is
# not turned by its orientation, neither in an <img> nor by createImageBitmap; the same file with the EXIF first is. Both
# orders are allowed, and Chromium turns both: the photo lies on its side in Firefox alone, and a page that leaves the
# turning to the browser uploads it so.
#
# Seen: EXIF first: <img> 8x16, createImageBitmap 8x16
#       XMP first: <img> 16x8, createImageBitmap 16x8
set -euo pipefail
cd "$(mktemp -d)"
# Debian's package, unpacked here; other versions may differ.
apt-get download -qq firefox-esr=153.8.0esr-1~deb12u1
dpkg -x firefox-esr_*.deb firefox
npm init -y >/dev/null
npm install --silent puppeteer-core@24.43.1 sharp@0.35.5
cat >run.mjs <<'JS'
import puppeteer from "puppeteer-core";
import sharp from "sharp";

const picture = sharp({ create: { width: 16, height: 8, channels: 3, background: "teal" } });
const plain = await picture.jpeg().toBuffer();
const start = plain.subarray(0, 2);
const rest = plain.subarray(2);
function app1(content) {
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}
// One entry: orientation (0x0112), a short, 6: to be turned right by a quarter.
const exif = app1(Buffer.from("Exif\0\0MM\0*\0\0\0\b\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0", "latin1"));
const xmp = app1(Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x="adobe:ns:meta/"></x:xmpmeta>', "latin1"));
const files = {
  "EXIF first": Buffer.concat([start, exif, xmp, rest]),
  "XMP first": Buffer.concat([start, xmp, exif, rest]),
};
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: "firefox/usr/lib/firefox-esr/firefox-esr",
  headless: true,
});
const page = await browser.newPage();
for (const [name, file] of Object.entries(files)) {
  const seen = await page.evaluate(async (base64) => {
    const blob = new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], { type: "image/jpeg" });
    const image = new Image();
    image.src = URL.createObjectURL(blob);
    await image.decode();
    const bitmap = await createImageBitmap(blob);
    return `<img> ${image.naturalWidth}x${image.naturalHeight}, createImageBitmap ${bitmap.width}x${bitmap.height}`;
  }, file.toString("base64"));
  console.log(`${name}: ${seen}`);
}
await browser.close();
JS
node run.mjs | tee seen
diff seen - <<'SEEN'
EXIF first: <img> 8x16, createImageBitmap 8x16
XMP first: <img> 16x8, createImageBitmap 16x8
SEEN
echo "as found"
