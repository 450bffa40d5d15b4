/** Packed requests of pages of another origin, through both proxies as they are. */

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Progress } from "../../src/client/index.ts";
import { startDemoServing } from "../../src/demo-serving/demo-serving.ts";
import { launchProxy, proxies } from "../envoy/proxies.ts";
import { ReplyServer } from "../setup/reply-server.ts";
import { firefoxPath, openRealm, type Realm, type RealmName, serveClient } from "./realm.ts";

for (const name of ["Chromium", "Firefox"] as RealmName[]) {
  const missing = name === "Firefox" && firefoxPath === undefined && !process.env.CI;
  const why = missing ? " (skipped: no Firefox here; install it, or set FIREFOX_PATH)" : "";
  for (const { name: proxyName, skip, title } of proxies) {
    describe.skipIf(skip || missing)(`in ${name}, through ${title}${why}`, () => {
      let realm: Realm;
      let address: string;
      const closing: (() => unknown)[] = [];
      beforeAll(async () => {
        const worker = await startDemoServing({ port: 0 });
        const home = await ReplyServer.start();
        closing.push(
          () => worker.close(),
          () => home.close(),
        );
        await serveClient(home);
        const proxy = await launchProxy(proxyName, [worker.address], {
          origins: [home.address],
          appDir: "/nonexistent",
        });
        address = proxy.url;
        closing.unshift(() => proxy.close());
        realm = await openRealm(name, home.address);
        closing.unshift(() => realm.close());
      });
      afterAll(async () => {
        for (const close of closing) await close();
      });

      it.each([true, false])(
        "a tensor of few values is packed and arrives, with progress: %s",
        async (follow) => {
          const seen = await realm.evaluate(
            async ([address, follow]) => {
              const { Client, tensor, unwrap } = globalThis.serving;
              const a = tensor(new Float32Array(2 ** 18).map((_, i) => i % 8));
              const client = new Client(address, "echo", "echo", { compress: true });
              const steps: Progress[] = [];
              const onProgress = (step: Progress) => steps.push(step);
              const [outcome] = unwrap(await client.infer({ a }, follow ? { onProgress } : {}));
              const { out } = unwrap(outcome!);
              return { same: String(out) === String(a), uploadTotal: steps[0]?.uploadTotal };
            },
            [address, follow] as const,
          );
          expect(seen.same).toBe(true);
          if (follow) expect(seen.uploadTotal).toBeLessThan(2 ** 16);
        },
      );
    });
  }
}
