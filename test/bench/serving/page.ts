/** Runs in the page: asks the driver what to measure, and says how long it took. Nothing is attached to the browser. */

import { samples } from "../../../src/samples/index.ts";
import { measure, type Task } from "./calls.ts";
import { PHOTOS } from "./works.ts";

const bytes = await Promise.all(samples.map(async ({ file }) => (await fetch(`/${file}`)).arrayBuffer()));
// A File each, as from a file chooser.
const photos = Array.from(
  { length: PHOTOS },
  (_, i) => new File([bytes[i % bytes.length]!], `${i}.jpg`, { type: "image/jpeg" }),
);

const driver = new URLSearchParams(location.search).get("driver")!;
let answer: { ms: number } | { error: string } | undefined;
for (;;) {
  // The driver holds it until there is something to do. No header of it asks for a preflight.
  const next = await fetch(driver, { method: "POST", body: JSON.stringify(answer ?? null) });
  try {
    answer = { ms: await measure((await next.json()) as Task, photos) };
  } catch (error) {
    answer = { error: String((error as Error).stack) };
  }
}
