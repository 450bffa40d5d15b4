/** What the tests' page has: the module's public face, the class of its worker, a queue of photos, and a way to files. */

import { Client } from "../../src/client/index.ts";
import * as image from "../../src/image/index.ts";
import { ImageThread } from "../../src/image/thread/image-thread.ts";
import { PhotoQueue } from "../../src/photos/index.ts";

/** A file of the test's server. */
async function fetchFile(name: string): Promise<File> {
  const response = await fetch(`/files/${name}`);
  if (!response.ok) throw new Error(`no file ${name}`);
  return new File([await response.blob()], name);
}

/** The bytes as text, since a page's answers to a test are JSON. */
async function toBase64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** An error as a test reads it. */
async function errorOf(run: () => Promise<unknown>): Promise<string> {
  try {
    return `no error: ${await run()}`;
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
}

const tools = { ...image, Client, ImageThread, PhotoQueue, fetchFile, toBase64, errorOf };
export type ImageTools = typeof tools;

declare global {
  var imageTools: ImageTools;
}

globalThis.imageTools = tools;
