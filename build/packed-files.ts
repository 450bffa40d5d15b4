/**
 * Vite plugin: beside each script, style and page of a build its gzip, which src/bridge/static-files.ts and other web
 * servers (nginx's gzip_static) send as it is. A slow network is what most of a first visit waits for.
 */

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";

const TEXT = /\.(js|css|html|svg|webmanifest|txt)$/;

export function packedFiles(): Plugin {
  return {
    name: "packed-files",
    apply: "build",
    writeBundle({ dir }) {
      for (const name of readdirSync(dir!, { recursive: true, encoding: "utf8" })) {
        if (!TEXT.test(name)) continue;
        writeFileSync(join(dir!, `${name}.gz`), gzipSync(readFileSync(join(dir!, name)), { level: 9 }));
      }
    },
  };
}
