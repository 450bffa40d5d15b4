/** Whom the page now shown calls: that is what the status tells about. */

import { page, playgroundQuery } from "../state/route.ts";
import { settings } from "../state/settings.ts";
import type { Target } from "./client-for.ts";

/** What the page Add calls first. */
const ADD: Target = { servable: "add", method: "add_common", version: "0" };

export function targetNow(): Target {
  if (page.value === "add") return ADD;
  if (page.value === "playground") return targetOfQuery(playgroundQuery.value);
  const { servable, method, version } = settings.value;
  return { servable, method, version };
}

/** What a link to the playground says; what it leaves out is the tutorial's. */
export function targetOfQuery(query: string): Target {
  const given = new URLSearchParams(query);
  const version = given.get("version") ?? "";
  return {
    servable: given.get("servable") || ADD.servable,
    method: given.get("method") || ADD.method,
    version: /^\d{1,20}$/.test(version) && BigInt(version) < 2n ** 64n ? version : "0",
  };
}

export function queryOfTarget({ servable, method, version }: Target): string {
  const query = new URLSearchParams({ servable, method });
  if (version !== "0") query.set("version", version);
  return query.toString();
}

/** `add.add_common` */
export const methodName = ({ servable, method }: Target): string => `${servable}.${method}`;
