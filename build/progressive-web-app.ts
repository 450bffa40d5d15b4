/**
 * Vite plugin: icons as PNG, made from the one drawing, and the service worker with the list of what a build
 * consists of. Its file name has no hash: browsers ask for it anew and compare bytes.
 */

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import sharp from "sharp";
import type { Plugin } from "vite";

const ICON = resolve("public/icon.svg");
/** What lies in public/ and belongs to the page. */
const PUBLIC_FILES = ["theme.js", "app.webmanifest", "icon.svg"];

export function progressiveWebApp(): Plugin {
  return {
    name: "progressive-web-app",
    apply: "build",
    enforce: "post",
    async generateBundle(_, bundle) {
      for (const size of [192, 512]) {
        this.emitFile({ type: "asset", fileName: `icon-${size}.png`, source: await icon(size) });
      }
      this.emitFile({ type: "asset", fileName: "icon-maskable.png", source: await maskableIcon(512) });
      const built = Object.keys(bundle).filter((name) => /^assets\/.*\.(js|css)$/.test(name));
      const files = ["./", ...PUBLIC_FILES, "icon-192.png", ...built.sort()];
      const page = bundle["index.html"];
      const fixed = await Promise.all(PUBLIC_FILES.map((name) => readFile(resolve("public", name), "utf8")));
      const all = [...files, page && "source" in page ? String(page.source) : "", ...fixed].join("\n");
      const version = createHash("sha256").update(all).digest("hex").slice(0, 12);
      const code = await readFile(resolve("src/app/pwa/sw.js"), "utf8");
      const facts = `const VERSION = ${JSON.stringify(version)};\nconst FILES = ${JSON.stringify(files)};\n`;
      this.emitFile({ type: "asset", fileName: "sw.js", source: facts + code });
    },
  };
}

const icon = async (size: number) =>
  sharp(await readFile(ICON), { density: 72 * (size / 32) })
    .resize(size)
    .png()
    .toBuffer();

/** Launchers cut shapes out of this one: the drawing keeps to the inner 80 %, on its own colour. */
async function maskableIcon(size: number) {
  const inner = Math.round(size * 0.8);
  const edge = (size - inner) / 2;
  return sharp(await icon(inner))
    .extend({
      top: Math.floor(edge),
      bottom: Math.ceil(edge),
      left: Math.floor(edge),
      right: Math.ceil(edge),
      background: "#0b6660",
    })
    .flatten({ background: "#0b6660" })
    .png()
    .toBuffer();
}
