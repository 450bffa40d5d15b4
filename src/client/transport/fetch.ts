/** Sends a request with `fetch`. Reports download only: a page can't see a `fetch` upload move. */

import { addMetadata, emptyMetadata } from "../../wire/index.ts";
import { BodyReader } from "./body-reader.ts";
import type { HttpReply, HttpRequest } from "./http-reply.ts";

export async function sendByFetch(request: HttpRequest): Promise<HttpReply> {
  const { url, headers, body, credentials, signal, progress, onMoment } = request;
  const response = await fetch(url, {
    method: "POST",
    headers,
    body,
    credentials,
    signal,
    cache: "no-store",
  });
  onMoment?.("head");
  const metadata = emptyMetadata();
  response.headers.forEach((value, name) => {
    addMetadata(metadata, name, value);
  });
  // A compressed body is longer than its content-length says once the browser has unpacked it.
  const length = metadata["content-encoding"] ? undefined : metadata["content-length"];
  const total = length === undefined ? undefined : Number(length);
  progress?.downloaded(0, total);
  const onBytes = progress && ((bytes: number) => progress.downloaded(bytes, total));
  return {
    redirectedTo: response.redirected ? response.url : undefined,
    status: response.status,
    statusText: response.statusText,
    headers: metadata,
    body: new BodyReader(response.body ?? new Response("").body!, onBytes),
  };
}
