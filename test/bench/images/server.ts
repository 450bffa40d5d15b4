/** The server of the bench of pictures, on loopback: the page, both builds with their workers, and the pictures. */

import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { build } from "vite";
import { type Base, withSourceOf } from "../base.ts";
import { bundle } from "../generate.ts";
import { Posts } from "../posts.ts";
import type { BuildName } from "./build-module.ts";
import { makePhotos } from "./photos.ts";

const PAGE = `<!doctype html><meta charset="utf-8"><title>bench</title><link rel="icon" href="data:,">
<script type="module">import "/base/build-module.js"; import "/ours/build-module.js"; import "/page.js";</script>`;

export interface ImageServer {
  address: string;
  posts: Posts;
  close(): Promise<void>;
}

export async function serveImageBench(base: Base): Promise<ImageServer> {
  const files = new Map<string, string | Uint8Array>([
    ["/", PAGE],
    ["/page.js", await bundle(join(import.meta.dirname, "page.ts"), false)],
    ...(await bundleBuild("base", base)),
    ...(await bundleBuild("ours")),
  ]);
  for (const [name, pictures] of await makePhotos()) {
    files.set(`/photos/${name}/count`, String(pictures.length));
    pictures.forEach((picture, i) => {
      files.set(`/photos/${name}/${i}`, picture);
    });
  }
  const posts = new Posts();
  const server = createServer((request, response) => {
    const [path] = request.url!.split("?");
    if (request.method === "GET") answer(files.get(path!), path!, response);
    else posts.receive(path!.replace("/post/", ""), request, response).catch(() => response.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posts,
    close() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}

function answer(file: string | Uint8Array | undefined, path: string, response: ServerResponse): void {
  response.writeHead(file === undefined ? 404 : 200, {
    "content-type": path.endsWith(".js") ? "text/javascript" : path === "/" ? "text/html" : "",
    // With both the page's clock is as fine as it can be, and a worker needs the second one too.
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
  });
  response.end(file);
}

/** A build's module and the chunks of its workers, by path, as an application has them. */
async function bundleBuild(name: BuildName, base?: Base): Promise<[string, string | Uint8Array][]> {
  const plugins = base ? [withSourceOf(base)] : [];
  const result = await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    base: `/${name}/`,
    define: { BUILD: JSON.stringify(name) },
    plugins,
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: {
        input: join(import.meta.dirname, "build-module.ts"),
        output: { entryFileNames: "[name].js" },
      },
    },
  });
  const { output } = result as { output: ({ fileName: string } & ({ code: string } | { source: string }))[] };
  return output.map((file) => [`/${name}/${file.fileName}`, "code" in file ? file.code : file.source]);
}
