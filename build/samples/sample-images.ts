import { extname } from "node:path";
import type { Plugin } from "vite";
import { samples, smallFile } from "../../src/samples/index.ts";
import { photoNotices } from "./notices.ts";
import { renderPhoto, renderSmallPhoto } from "./photo.ts";

const FOLDER = "samples/";
const NOTICES = "NOTICES.txt";
const TYPES: Record<string, string> = {
  ".txt": "text/plain; charset=utf-8",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
};

/**
 * Vite plugin: the sample photos under `/samples/<file>`, small ones for the strip beside them, and their notices
 * under `/samples/NOTICES.txt`. A build emits them, the development server makes each when it is asked for. The
 * photos stay out of the repository: they come from npm packages and are scaled down here.
 */
export function sampleImages(): Plugin {
  return {
    name: "sample-images",
    async generateBundle() {
      const files = [NOTICES, ...samples.flatMap((sample) => [sample.file, smallFile(sample)])];
      for (const file of files) {
        this.emitFile({ type: "asset", fileName: FOLDER + file, source: (await sampleFile(file))! });
      }
    },
    configureServer(server) {
      const prefix = server.config.base + FOLDER;
      server.middlewares.use((request, response, next) => {
        const path = request.url?.split("?", 1)[0] ?? "";
        if (!path.startsWith(prefix)) return next();
        const file = path.slice(prefix.length);
        sampleFile(file).then((body) => {
          if (body === undefined) return next();
          response.setHeader("Content-Type", TYPES[extname(file)]!);
          response.end(body);
        }, next);
      });
    },
  };
}

/** Content of one file of the folder, or undefined if there is no such file. */
async function sampleFile(file: string): Promise<Uint8Array | string | undefined> {
  if (file === NOTICES) return photoNotices(samples);
  for (const sample of samples) {
    if (file === sample.file) return renderPhoto(sample);
    if (file === smallFile(sample)) return renderSmallPhoto(sample);
  }
  return undefined;
}
