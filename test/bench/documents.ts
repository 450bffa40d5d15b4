/** What the bench's server gives to pages: HTML, and scripts. */

import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";

const HEADERS = {
  "cache-control": "no-store",
  // With both the page's clock is as fine as it can be; the third lets a page of another port have it in a frame.
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-resource-policy": "cross-origin",
};

const html = (script: string) =>
  `<!doctype html><meta charset="utf-8"><title>bench</title><link rel="icon" href="data:,"><script type="module" src="${script}"></script>`;

export class Documents {
  readonly #scripts = new Map<string, { code: string; packed: Buffer }>();

  /** @param path such as `/page.js` */
  add(path: string, code: string): void {
    this.#scripts.set(path, { code, packed: gzipSync(code, { level: 9 }) });
  }

  /** A script, or at any other path the page that runs the script of its name; `/` is the page of `/page.js`. */
  answer(request: IncomingMessage, response: ServerResponse): void {
    const { pathname } = new URL(request.url!, "http://bench");
    const script = this.#scripts.get(pathname);
    if (script) {
      const type = { ...HEADERS, "content-type": "text/javascript" };
      if (/\bgzip\b/.test(String(request.headers["accept-encoding"]))) {
        response.writeHead(200, { ...type, "content-encoding": "gzip" }).end(script.packed);
      } else response.writeHead(200, type).end(script.code);
      return;
    }
    const name = pathname === "/" ? "/page" : pathname;
    const known = this.#scripts.has(`${name}.js`);
    response.writeHead(known ? 200 : 404, { ...HEADERS, "content-type": "text/html" });
    response.end(known ? html(`${name}.js`) : "");
  }
}
