/** A page in a real browser, served by a proxy in front of the real Serving: its calls go to its own origin. */

import { afterAll, beforeAll, describe } from "vitest";
import { openRealm, type Realm, type RealmName } from "../browser/realm.ts";
import { launchProxy, type ProxyName, proxies } from "../envoy/proxies.ts";
import { howToGetServing, pageFolder, servingAddress, skipWithoutServing } from "./serving.ts";

export interface ServingPage extends Pick<Realm, "evaluate"> {
  /** The proxy's address, and so the page's. */
  url: string;
}

export interface Through {
  browser: RealmName;
  proxy: ProxyName;
  /** Program of another Envoy than the tests' usual one. */
  envoy?: string;
  /** HOST:PORT of another Serving than the shared one; asked for when the page is opened. */
  serving?: () => string;
}

/** Opens the page before the first test of the surrounding `describe`, and closes it after the last. */
export function withPage({ browser, proxy, envoy, serving = () => servingAddress }: Through): ServingPage {
  let realm: Realm;
  let close: () => Promise<void>;
  const page: ServingPage = { url: "", evaluate: (run, argument) => realm.evaluate(run, argument) };
  beforeAll(async () => {
    const launched = await launchProxy(proxy, [serving()], { appDir: pageFolder, envoy });
    close = launched.close;
    page.url = launched.url;
    realm = await openRealm(browser, launched.url);
  });
  afterAll(async () => {
    await realm?.close();
    await close?.();
  });
  return page;
}

/** The same tests in Chromium through Envoy and through the bridge. */
export function throughBoth(title: string, tests: (page: ServingPage) => void, serving?: () => string): void {
  for (const { name, skip, title: proxy } of proxies) {
    describe.skipIf(skip || skipWithoutServing)(`${title}, through ${proxy}${howToGetServing}`, () => {
      tests(withPage({ browser: "Chromium", proxy: name, ...(serving && { serving }) }));
    });
  }
}
