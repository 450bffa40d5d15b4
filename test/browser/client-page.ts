/** A Chromium page that has the client, on the origin of a server whose replies the test makes. */

import type { Browser, Page } from "playwright-core";
import { ReplyServer } from "../setup/reply-server.ts";
import { newPage } from "./browser.ts";
import { serveClient } from "./realm.ts";

export interface ClientPage {
  page: Page;
  server: ReplyServer;
  close(): Promise<void>;
}

export async function openClientPage(browser: Browser): Promise<ClientPage> {
  const server = await ReplyServer.start();
  await serveClient(server);
  const page = await newPage(browser);
  await page.goto(`${server.address}/`);
  await page.waitForFunction(() => "serving" in globalThis);
  return {
    page,
    server,
    async close() {
      await page.close();
      await server.close();
    },
  };
}
