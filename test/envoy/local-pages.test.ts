/** Pages of this machine, on the wire: whose origin and whose host both proxies take for theirs. */

import { describe, expect, it } from "vitest";
import { call, frame, outcome } from "../bridge/grpc-web-call.ts";
import { startWorker } from "../bridge/grpc-worker.ts";
import { freePort } from "../bridge/parts.ts";
import { FOREIGN_HOSTS, FOREIGN_ORIGINS, LOCAL_HOSTS, LOCAL_ORIGINS } from "../setup/origins.ts";
import { proxies, startProxy } from "./proxies.ts";

const LISTED = "https://app.example:8443";

const preflight = (origin: string, host?: string) => ({
  method: "OPTIONS",
  headers: {
    origin,
    "access-control-request-method": "POST",
    "access-control-request-headers": "content-type,x-grpc-web,grpc-timeout,authorization",
    ...(host === undefined ? {} : { host }),
  },
});

for (const { name, skip, title } of proxies) {
  describe.skipIf(skip)(`where pages of this machine may call, through ${title}`, () => {
    it("an origin of this machine, or a listed one, calls, and reads also why a call failed", async () => {
      const worker = await startWorker();
      const { port } = await startProxy(name, [worker.address], { localPages: true, origins: [LISTED] });
      const nobody = `127.0.0.1:${await freePort()}`;
      const down = await startProxy(name, [nobody], { localPages: true, origins: [LISTED] });
      for (const origin of [...LOCAL_ORIGINS, LISTED]) {
        const asked = await call(port, "", preflight(origin));
        expect([origin, asked.status]).toEqual([origin, 200]);
        const answered = await call(port, frame("x"), { headers: { origin } });
        expect([origin, outcome(answered).code]).toEqual([origin, 0]);
        const failed = await call(down.port, frame("x"), { headers: { origin } });
        expect([origin, outcome(failed).code]).toEqual([origin, 14]);
        for (const { headers } of [asked, answered, failed]) {
          expect(headers["access-control-allow-origin"]).toBe(origin);
        }
        expect(failed.headers["access-control-expose-headers"]).toContain("grpc-message");
      }
      expect(worker.calls).toBe(LOCAL_ORIGINS.length + 1);
    });

    it("an origin that only looks like this machine's is not let in", async () => {
      const worker = await startWorker();
      const { port } = await startProxy(name, [worker.address], { localPages: true, origins: [LISTED] });
      for (const origin of [...FOREIGN_ORIGINS, `${LISTED}.evil.example`, "https://app.example"]) {
        const { headers: asked } = await call(port, "", preflight(origin));
        expect([origin, asked["access-control-allow-origin"]]).toEqual([origin, undefined]);
        const { headers: answered } = await call(port, frame("x"), { headers: { origin } });
        expect([origin, answered["access-control-allow-origin"]]).toEqual([origin, undefined]);
      }
    });

    it("the app's files can be read by pages that may call, and caches are told that it depends on the page", async () => {
      const worker = await startWorker();
      const { url } = await startProxy(name, [worker.address], { localPages: true });
      for (const [origin, allowed] of [
        ["http://localhost:5173", "http://localhost:5173"],
        ["http://localhost.evil.example", null],
      ] as const) {
        const { status, headers } = await fetch(url, { headers: { origin } });
        expect(status).toBe(200);
        expect(headers.get("access-control-allow-origin")).toBe(allowed);
        expect(headers.get("vary")!.toLowerCase().split(/, ?/)).toEqual(
          expect.arrayContaining(["accept-encoding", "origin"]),
        );
      }
    });

    it("a host that is not this machine's is refused, as in DNS rebinding, with a text", async () => {
      const worker = await startWorker();
      const { port } = await startProxy(name, [worker.address], { localPages: true, origins: [LISTED] });
      for (const each of FOREIGN_HOSTS) {
        for (const host of [each, `${each}:${port}`]) {
          const origin = `http://${host}`;
          const refused = await call(port, frame("x"), { headers: { host, origin } });
          expect([host, refused.status]).toEqual([host, 403]);
          expect(outcome(refused)).toMatchObject({
            code: 7,
            message: expect.stringMatching(/is not this machine: call localhost, or start with --origin/),
          });
          expect(
            (await call(port, frame("x"), { headers: { host, origin: "http://localhost" } })).status,
          ).toBe(403);
          expect((await call(port, "", preflight("http://localhost", host))).status).toBe(403);
          expect((await call(port, "", { method: "GET", path: "/healthz", headers: { host } })).status).toBe(
            403,
          );
        }
      }
      expect(worker.calls).toBe(0);
    });

    it("this machine's names and addresses are its hosts, and those of listed pages", async () => {
      const worker = await startWorker();
      const { port } = await startProxy(name, [worker.address], { localPages: true, origins: [LISTED] });
      for (const each of [...LOCAL_HOSTS, "app.example"]) {
        for (const host of [each, `${each}:${port}`]) {
          expect([host, outcome(await call(port, frame("x"), { headers: { host } })).code]).toEqual([
            host,
            0,
          ]);
        }
      }
    });
  });
}
