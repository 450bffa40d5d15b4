/** One page that has the client, for all tests of a file or of a `describe`. */

import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { launchBrowser } from "./browser.ts";
import { type ClientPage, openClientPage } from "./client-page.ts";

type Opened = Pick<ClientPage, "page" | "server"> & { browser: Browser };

/** To be called where `beforeAll` may be; what it gives is there from the first test on. */
export function withClientPage(): Opened {
  const opened = {} as Opened;
  let close: ClientPage["close"] | undefined;
  beforeAll(async () => {
    opened.browser = await launchBrowser();
    const { close: closePage, ...rest } = await openClientPage(opened.browser);
    close = closePage;
    Object.assign(opened, rest);
  });
  afterAll(async () => {
    await close?.();
    await opened.browser?.close();
  });
  return opened;
}
