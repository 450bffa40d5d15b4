/** The main things in each browser, through Envoy and through the bridge, to the real Serving. */

import { describe } from "vitest";
import { firefoxPath, type RealmName } from "../browser/realm.ts";
import { webKitMissing } from "../browser/webkit.ts";
import { proxies } from "../envoy/proxies.ts";
import { mainThings } from "./main-things.ts";
import { withPage } from "./page.ts";
import { howToGetServing, skipWithoutServing } from "./serving.ts";

const browsers: [RealmName, missing: string][] = [
  ["Chromium", ""],
  ["Firefox", firefoxPath || process.env.CI ? "" : "no Firefox here; install it, or set FIREFOX_PATH"],
  ["WebKit", webKitMissing],
];

for (const [browser, missing] of browsers) {
  for (const { name: proxy, skip, title } of proxies) {
    const why = missing ? ` (skipped: ${missing})` : howToGetServing;
    describe.skipIf(missing || skip || skipWithoutServing)(`${browser} through ${title}${why}`, () => {
      mainThings(withPage({ browser, proxy }));
    });
  }
}
