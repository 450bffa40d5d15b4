/** When the page looks how proxy and worker are, and when it probes the servable behind them. */

import { nextTask, whenIdle } from "../../ui/index.ts";
import { page, playgroundQuery } from "../state/route.ts";
import { settings } from "../state/settings.ts";
import { proxyAddress } from "./address.ts";
import { clientFor } from "./client-for.ts";
import { connection, found, reachesWorker, stateAfterLook, stateOfProbe } from "./connection.ts";
import { targetNow } from "./target.ts";

const LOOK_MS = 5000;
const EVERY_MS = 30_000;

/** Asks cheaply how proxy and worker are; a way that was closed and is open as far as the worker is probed. */
export async function look(): Promise<void> {
  const before = connection.value;
  const asked = healthz();
  // Of another origin no page may read this: that somebody answers is all it learns.
  const foreign = isForeign();
  try {
    const reply = await fetch(asked, {
      cache: "no-store",
      mode: foreign ? "no-cors" : "same-origin",
      signal: AbortSignal.timeout(LOOK_MS),
    });
    // Unread, the reply would keep its connection busy.
    void reply.body?.cancel();
    if (healthz() !== asked) return;
    // Some web servers answer every address with their page.
    const isPage = reply.headers.get("content-type")?.startsWith("text/html");
    if (!foreign) connection.set(stateAfterLook(isPage ? 404 : reply.status, connection.value));
  } catch (error) {
    if (healthz() !== asked) return;
    if (!navigator.onLine) connection.set("offline");
    else if ((error as Error).name === "TimeoutError")
      connection.set(stateAfterLook(undefined, connection.value));
    else connection.set("unreachable");
    return;
  }
  const wasBroken = before !== "checking" && before !== "connected";
  if (wasBroken && (foreign || reachesWorker(connection.value))) await probe();
}

/** Whether the proxy has another origin than this page. */
export function isForeign(): boolean {
  return new URL(healthz(), location.href).origin !== location.origin;
}

function healthz(): string {
  const address = proxyAddress(settings.value.address);
  return address === "" ? "healthz" : `${address}/healthz`;
}

let probing: AbortController | undefined;

/** Finds out what is up between this page and the method that it calls. */
export async function probe(): Promise<void> {
  probing?.abort();
  probing = new AbortController();
  const { signal } = probing;
  try {
    const client = await clientFor(targetNow());
    // The library was perhaps loaded just now, which takes a slow phone its time.
    await nextTask();
    const result = await client.probe({ signal });
    found.set(result);
    connection.set(stateOfProbe(result));
  } catch {
    // Another probe took over, or the library can't be loaded: then the next look tells.
    if (!signal.aborted && !navigator.onLine) connection.set("offline");
  }
}

/**
 * Looks now, every 30 s while the page is seen, and when the page or the network comes back; probes when the page is
 * idle first and whenever it calls somebody else.
 */
export function keepWatching(): void {
  const lookIfSeen = () => {
    if (document.visibilityState === "visible") void look();
  };
  setInterval(lookIfSeen, EVERY_MS);
  for (const event of ["focus", "online", "offline"]) window.addEventListener(event, lookIfSeen);
  document.addEventListener("visibilitychange", lookIfSeen);
  void look();

  let asked = "";
  const probeIfChanged = () => {
    const { address, metadata } = settings.value;
    const wanted = JSON.stringify([address, metadata, targetNow()]);
    if (wanted === asked) return;
    asked = wanted;
    found.set(undefined);
    // What it finds would be taken for the new one's.
    probing?.abort();
    whenIdle(() => void probe());
  };
  probeIfChanged();
  for (const changing of [settings, page, playgroundQuery]) changing.subscribe(probeIfChanged);
}
