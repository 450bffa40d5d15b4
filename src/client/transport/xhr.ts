/** Sends a request with `XMLHttpRequest`, the only way in a browser to see an upload move. */

import { addMetadata, emptyMetadata, type Metadata, Status } from "../../wire/index.ts";
import { BytesSource } from "./bytes-source.ts";
import { CallFailure } from "./call-failure.ts";
import type { HttpReply, HttpRequest } from "./http-reply.ts";
import { isText } from "./reply-head.ts";

/**
 * @param maxReplyBytes the browser collects the whole reply, so one that grows above it is ended on the way
 * @throws CallFailure when the reply is above the limit; TypeError, as `fetch` does, when there is no reply
 */
export function sendByXhr(request: HttpRequest, maxReplyBytes: number): Promise<HttpReply> {
  return new Promise((done, fail) => {
    const xhr = new XMLHttpRequest();
    const { signal, progress, onMoment } = request;
    const abort = () => xhr.abort();
    xhr.open("POST", request.url);
    xhr.responseType = "arraybuffer";
    xhr.withCredentials = request.credentials === "include";
    request.headers.forEach((value, name) => {
      xhr.setRequestHeader(name, value);
    });
    xhr.upload.onprogress = ({ loaded }) => progress?.uploaded(loaded);
    xhr.upload.onload = ({ loaded }) => {
      onMoment?.("uploaded");
      progress?.uploaded(loaded);
    };
    xhr.onreadystatechange = () => {
      if (xhr.readyState === xhr.HEADERS_RECEIVED) onMoment?.("head");
    };
    xhr.onprogress = ({ loaded, total, lengthComputable }) => {
      const type = xhr.getResponseHeader("content-type");
      // Four characters of text stand for three bytes.
      const limit = (maxReplyBytes + FRAMING_BYTES) * (isText(type) ? 4 / 3 : 1);
      if (Math.max(loaded, lengthComputable ? total : 0) > limit) {
        fail(aboveLimit(maxReplyBytes));
        xhr.abort();
      } else {
        progress?.downloaded(loaded, lengthComputable ? total : undefined);
      }
    };
    xhr.onload = () =>
      done({
        // Without the address's fragment, which a proxy's has none of.
        redirectedTo: xhr.responseURL === new URL(request.url).href ? undefined : xhr.responseURL,
        status: xhr.status,
        statusText: xhr.statusText,
        headers: readHeaders(xhr.getAllResponseHeaders()),
        body: new BytesSource(new Uint8Array(xhr.response as ArrayBuffer)),
      });
    xhr.onerror = () => fail(new TypeError("XMLHttpRequest failed"));
    xhr.onabort = () => fail(signal.reason);
    xhr.onloadend = () => signal.removeEventListener("abort", abort);
    signal.addEventListener("abort", abort, { once: true });
    xhr.send(request.body);
  });
}

/** Two frame headers and trailers; the message itself is held to the limit when its frame is read. */
const FRAMING_BYTES = 1024 * 1024;

function aboveLimit(maxReplyBytes: number): CallFailure {
  const text = `the reply has more than ${maxReplyBytes} bytes (maxReplyBytes)`;
  return new CallFailure("too-large", Status.RESOURCE_EXHAUSTED, text);
}

function readHeaders(text: string): Metadata {
  const headers = emptyMetadata();
  for (const line of text.split("\r\n")) {
    const colon = line.indexOf(":");
    if (colon > 0) addMetadata(headers, line.slice(0, colon), line.slice(colon + 1).trim());
  }
  return headers;
}
