/**
 * Serves the built app from a directory. The directory is read anew for every request, so that a build may
 * replace it while the server runs. (sirv, the small library for this, ends the process when a file that it
 * knew of is gone: its read stream has no error listener.)
 */
import { type FileHandle, open } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { SECURITY_HEADERS } from "../proxy-policy/index.ts";
import { contentTypeOf } from "./content-type.ts";

/** Vite puts a hash of the content into the names here, so what such a name stands for never changes. */
const HASHED = "/assets/";

type RequestHandler = (request: IncomingMessage, response: ServerResponse) => void;

/** A handler for `GET` and `HEAD` of the files under `root`; `/` is `index.html`, anything that isn't a file is 404. */
export function createStaticFiles(root: string): RequestHandler {
  const directory = resolve(root);
  return (request, response) => {
    serveFile(directory, request, response).catch((error: NodeJS.ErrnoException) => {
      // With headers sent, the page has gone away, or the rest of the file cannot be read.
      if (response.headersSent) response.destroy();
      else sendText(response, 500, `cannot read ${request.url}: ${error.code ?? error.message}`);
    });
  };
}

async function serveFile(root: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.setHeader("allow", "GET, HEAD");
    return sendText(response, 405, `${request.method} is not allowed here: use GET or HEAD`);
  }
  const path = filePath(request.url ?? "/");
  const packed =
    path !== undefined && acceptsGzip(request) ? await openFile(join(root, `${path}.gz`)) : undefined;
  const file = path === undefined ? undefined : (packed ?? (await openFile(join(root, path))));
  if (path === undefined || !file) {
    const hint =
      path === "/index.html"
        ? `no app in ${root}: npm run build makes it in a checkout, and the package brings it`
        : "not found";
    return sendText(response, 404, hint);
  }
  try {
    const { size, mtime } = await file.stat();
    const etag = `"${size.toString(16)}-${mtime.getTime().toString(16)}"`;
    response.appendHeader("vary", "accept-encoding");
    const headers = {
      ...SECURITY_HEADERS,
      ...(packed ? { "content-encoding": "gzip" } : {}),
      etag,
      "last-modified": mtime.toUTCString(),
      "cache-control": path.startsWith(HASHED) ? "public, max-age=31536000, immutable" : "no-cache",
    };
    if (isUnchanged(request, etag, mtime)) {
      response.writeHead(304, headers).end();
      return;
    }
    response.writeHead(200, { ...headers, "content-type": contentTypeOf(path), "content-length": size });
    if (request.method === "HEAD" || size === 0) {
      response.end();
      return;
    }
    const content = file.createReadStream({ autoClose: false, end: size - 1 });
    await pipeline(content, response, { end: false });
    // A file that was cut while it was sent: a short body must not look whole.
    if (content.bytesRead < size) response.destroy();
    else response.end();
  } finally {
    await file.close();
  }
}

/** The file that a URL names, from the root and with a slash before it, or `undefined` for a name that none can have. */
function filePath(url: string): string | undefined {
  const encoded = url.split(/[?#]/, 1)[0]!;
  let path: string;
  try {
    path = decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
  if (path === "/") return "/index.html";
  // No segment may be empty or begin with a dot: that covers "..", hidden files, and another root.
  const clean = path.startsWith("/") && !/[\\\0:]/.test(path) && !/(^|\/)(\.|\/)/.test(path.slice(1));
  return clean && !path.endsWith("/") ? path : undefined;
}

async function openFile(path: string): Promise<FileHandle | undefined> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    if (["ENOENT", "ENOTDIR", "ENAMETOOLONG", "ELOOP"].includes(error.code ?? "")) return undefined;
    throw error;
  });
  if (file && !(await file.stat()).isFile()) {
    await file.close();
    return undefined;
  }
  return file;
}

/** The build puts a `.gz` beside each text file. */
function acceptsGzip(request: IncomingMessage): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(String(request.headers["accept-encoding"] ?? ""));
}

/** RFC 9110, 13.2.2: `if-modified-since` counts only without `if-none-match`. */
function isUnchanged(request: IncomingMessage, etag: string, mtime: Date): boolean {
  const known = request.headers["if-none-match"];
  if (known !== undefined) {
    return known === "*" || known.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
  }
  const since = Date.parse(request.headers["if-modified-since"] ?? "");
  return Math.floor(mtime.getTime() / 1000) * 1000 <= since;
}

function sendText(response: ServerResponse, status: number, text: string): void {
  const body = `${text}\n`;
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    "content-type": "text/plain; charset=utf-8",
    "content-length": Buffer.byteLength(body),
    "cache-control": "no-store",
  });
  response.end(body);
}
