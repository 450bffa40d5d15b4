#!/usr/bin/env bash
# Firefox 153.8.0 ESR: createImageBitmap tells a picture's format by the first part of a Blob alone, however the bytes
# came together. A Blob of slices whose first part is the two bytes before a JPEG's metadata (its start marker), as one
# gets who leaves the metadata out without reading the file, "could not be decoded"; the same bytes in one part, or with
# a longer first part, are decoded, and Chromium decodes them all. `type` on the Blob changes nothing.
#
# Seen: one part: 16x8
#       first part 512 bytes: 16x8
#       first part 2 bytes: InvalidStateError: The image could not be decoded
#       first part 2 bytes, typed: InvalidStateError: The image could not be decoded
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
const jpeg = await picture.withMetadata().jpeg().toBuffer();
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: "firefox/usr/lib/firefox-esr/firefox-esr",
  headless: true,
});
const page = await browser.newPage();
const lines = await page.evaluate(async (base64) => {
  const whole = new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))]);
  const parts = (length) => [whole.slice(0, length), whole.slice(length)];
  const blobs = {
    "one part": whole,
    "first part 512 bytes": new Blob(parts(512)),
    "first part 2 bytes": new Blob(parts(2)),
    "first part 2 bytes, typed": new Blob(parts(2), { type: "image/jpeg" }),
  };
  const told = [];
  for (const [name, blob] of Object.entries(blobs)) {
    const seen = await createImageBitmap(blob).then((b) => `${b.width}x${b.height}`, String);
    told.push(`${name}: ${seen}`);
  }
  return told;
}, jpeg.toString("base64"));
console.log(lines.join("\n"));
await browser.close();
JS
node run.mjs | tee seen
diff seen - <<'SEEN'
one part: 16x8
first part 512 bytes: 16x8
first part 2 bytes: InvalidStateError: The image could not be decoded
first part 2 bytes, typed: InvalidStateError: The image could not be decoded
SEEN
echo "as found"
