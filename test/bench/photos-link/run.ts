/** One run: a fresh browser opens the app over a fresh link, photos are dropped, and all answers are awaited. */

import type { Span } from "../link/direction.ts";
import { type LinkOptions, openLink } from "../link/link.ts";
import { openDrivenPage } from "./driven-page.ts";
import type { Watched } from "./in-page.ts";
import { type Shares, sharesOf } from "./shares.ts";

export interface Sample {
  seconds: number;
  /** Photos that never were answered. */
  lost: number;
  /** Bytes that went up meanwhile. */
  sent: number;
  /** First: photos are being made ready in the image worker; second: the link is sending. */
  shares: Shares;
}

/** For how long nothing may have gone through until the app counts as loaded, its later parts included. */
const QUIET_MS = 1500;

/** Of photos as they are: two calls of eight. */
const UNDER_WAY_BYTES = 50e6;

/**
 * @param script what watches in the page, before the app's own scripts
 * @throws Error when a photo failed
 */
export async function runOnce(
  to: LinkOptions,
  script: string,
  shrink: boolean,
  photos: readonly string[],
): Promise<Sample> {
  const link = await openLink(to);
  const settings = `localStorage.setItem("settings", ${JSON.stringify(JSON.stringify({ shrink }))});`;
  const page = await openDrivenPage(`http://127.0.0.1:${link.port}/`, settings + script);
  try {
    await page.evaluate("ready()");
    let passed = -1;
    while (passed !== link.up.bytes + link.down.bytes) {
      passed = link.up.bytes + link.down.bytes;
      await new Promise((next) => setTimeout(next, QUIET_MS));
    }
    const before = link.up.bytes;
    await page.drop(photos);
    const patienceMs = 30_000 + (shrink ? 0 : (3 * 8000 * UNDER_WAY_BYTES) / to.bitsPerSecond);
    const asked = `settled(${photos.length}, ${patienceMs})`;
    const { total, count, making, text } = (await page.evaluate(asked)) as Watched;
    if (!text.endsWith(` ${count} done`)) throw new Error(`the app says: ${text}`);
    const sending = link.up.busy.map((span): Span => [inEpoch(span[0]), inEpoch(span[1])]);
    return {
      seconds: (total[1] - total[0]) / 1000,
      lost: photos.length - count,
      sent: link.up.bytes - before,
      shares: sharesOf(total, making, sending),
    };
  } finally {
    await page.close();
    await link.close();
  }
}

const inEpoch = (ms: number) => performance.timeOrigin + ms;
