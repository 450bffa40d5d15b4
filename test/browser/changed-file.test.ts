/** Files that were chosen and then changed on disk, before or while they are sent. */

import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Progress } from "../../src/client/index.ts";
import { GOOD } from "../replies/case.ts";
import { launchBrowser } from "./browser.ts";
import type { Way } from "./call.ts";
import { type ClientPage, openClientPage } from "./client-page.ts";

const folder = mkdtempSync(join(tmpdir(), "changed-file-"));
const path = join(folder, "photo.jpg");

let browser: Browser;
let client: ClientPage;
beforeAll(async () => {
  browser = await launchBrowser();
  client = await openClientPage(browser);
});
afterAll(async () => {
  await client?.close();
  await browser?.close();
  rmSync(folder, { recursive: true });
});

/** Chooses the file in the page, as a user does; it is kept there. */
async function choose(bytes: number): Promise<void> {
  writeFileSync(path, Buffer.alloc(bytes, 7));
  const { page } = client;
  await page.setContent('<input type="file">');
  await page.setInputFiles("input", path);
  // Chromium looks at a file when its size is first asked for, as a page does that shows it.
  await page.evaluate(() => document.querySelector("input")!.files![0]!.size);
}

/** Sends the chosen file from the page. */
async function send(way: Way): Promise<unknown> {
  return client.page.evaluate(async (way) => {
    const image = document.querySelector("input")!.files![0]!;
    const onProgress = (_: Progress) => {};
    const call = new globalThis.serving.Client("", "add", "add_common", {
      transport: way === "grpc-web" ? way : "fetch",
    });
    const result = await call.infer({ image }, way === "xhr" ? { onProgress } : {});
    return Array.isArray(result) ? "good" : result;
  }, way);
}

const lost = {
  kind: "invalid-input",
  code: 3,
  error: 'the file "photo.jpg" can\'t be read: it was changed, moved or deleted since it was chosen',
};

describe.each(["fetch", "xhr", "grpc-web"] as Way[])("by %s", (way) => {
  beforeEach(() => {
    client.server.answerReplies(GOOD);
    client.server.early = undefined;
  });

  it("as it was", async () => {
    await choose(2_000_000);
    expect(await send(way)).toBe("good");
  });

  it("changed before it is sent", async () => {
    await choose(2_000_000);
    appendFileSync(path, "more");
    expect(await send(way)).toMatchObject(lost);
  });

  it("deleted before it is sent", async () => {
    await choose(2_000_000);
    rmSync(path);
    expect(await send(way)).toMatchObject(lost);
  });

  // grpc-web's own transport has read the file by then.
  if (way === "grpc-web") return;
  it("changed while it is sent", async () => {
    await choose(60_000_000);
    client.server.early = (request) => {
      writeFileSync(path, "other");
      request.resume();
    };
    expect(await send(way)).toMatchObject(lost);
  });
});
