/** A picture from its address, where the page it comes from lets others read it. */

import { type LinkTrouble, pictureNotFetched } from "../../failures/index.ts";
import { PhotoError } from "../../photos/index.ts";
import { nextTask } from "../page/idle.ts";
import { isLoopback } from "../page/loopback.ts";
import { dataOf } from "./data-address.ts";
import { Patience } from "./patience.ts";
import { endingOf, pictureName } from "./picture-name.ts";
import { type Bytes, mediaTypeOf, readPicture } from "./read-picture.ts";

export interface FetchOptions {
  signal: AbortSignal;
  /** Called with each piece that comes; `share` is 0 to 1, where the server tells the size. */
  onProgress(share: number | undefined): void;
  /** Name of a picture whose address has none, by the time of day. */
  nameOf(time: string): string;
}

/**
 * One request, without cookies and without telling from where; read only as far as it is a picture.
 * @throws PhotoError with what is in the way; AbortError
 */
export async function fetchPicture(address: string, options: FetchOptions): Promise<File> {
  const url = new URL(address);
  const { protocol } = url;
  const isOwnBlob = protocol === "blob:" && url.origin === location.origin;
  if (protocol === "data:") return named(await dataPicture(url), "", options);
  if (!/^https?:$/.test(protocol) && !isOwnBlob) throw notFetched("scheme", url, protocol);
  const patience = new Patience(options.signal);
  try {
    const reply = await ask(url, patience.signal);
    const told = (share: number | undefined) => {
      patience.renew();
      options.onProgress(share);
    };
    const read = await readPicture(reply, told);
    if (typeof read === "string") throw notFetched(read, url, String(reply.status));
    return named(read, isOwnBlob ? "" : reply.url, options);
  } catch (error) {
    options.signal.throwIfAborted();
    if (patience.isOver) throw notFetched("stalled", url, String(patience.seconds));
    // The connection broke in the middle.
    throw error instanceof PhotoError ? error : notFetched("unreadable", url);
  } finally {
    patience.end();
  }
}

/** Where a picture is asked of: the address's host, with its port. */
function hostOf(url: URL): string {
  return url.protocol === "blob:" ? new URL(url.pathname).host : url.host;
}

function notFetched(trouble: LinkTrouble, url: URL, about?: string): PhotoError {
  return new PhotoError(pictureNotFetched(trouble, hostOf(url), about));
}

/** On a page that came by https asks by https, as browsers do for a page's pictures. @throws PhotoError */
async function ask(url: URL, signal: AbortSignal): Promise<Response> {
  const isBlocked = location.protocol === "https:" && url.protocol === "http:" && !isLoopback(url.hostname);
  const asked = isBlocked ? url.href.replace(/^http:/, "https:") : url.href;
  let isForbidden = false;
  const noteViolation = ({ blockedURI }: SecurityPolicyViolationEvent) => {
    isForbidden ||= asked.startsWith(blockedURI);
  };
  document.addEventListener("securitypolicyviolation", noteViolation);
  try {
    // What the page itself shows of it may be in the cache without the headers that let it be read.
    return await fetch(asked, {
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "reload",
      signal,
    });
  } catch (error) {
    if (signal.aborted) throw error;
    // The violation is told after the request has failed.
    await nextTask();
    throw notFetched(isForbidden ? "forbidden" : isBlocked ? "insecure" : "unreadable", url);
  } finally {
    document.removeEventListener("securitypolicyviolation", noteViolation);
  }
}

/** Not fetched: a page's policy seldom allows that, and there is nothing to ask of anybody. */
async function dataPicture(url: URL): Promise<Bytes> {
  const bytes = dataOf(url.href);
  const type = bytes && (await mediaTypeOf([bytes]));
  if (!bytes || !type?.startsWith("image/")) throw notFetched("data", url);
  return { parts: [bytes], type };
}

function named({ parts, type }: Bytes, address: string, { nameOf }: FetchOptions): File {
  return new File(parts, nameIn(address, type) ?? pictureName(type, nameOf), { type });
}

/** The last part of the address's path, with the ending of what the bytes are where it has none of a picture's. */
function nameIn(address: string, type: string): string | undefined {
  const last = /\/([^/?#]*)(?:[?#].*)?$/.exec(address)?.[1] ?? "";
  if (last === "") return undefined;
  const name = readable(last).slice(-80);
  return /\.(jpe?g|jfif|png|webp|gif|avif|bmp|tiff?|svg|ico|jxl|hei[cf])$/i.test(name)
    ? name
    : `${name}.${endingOf(type)}`;
}

function readable(part: string): string {
  try {
    return decodeURIComponent(part).replace(/[\p{Cc}/\\]/gu, "");
  } catch {
    return part;
  }
}
