/** What tells runs apart: method, version and address. */

import { proxyAddress } from "../serving/address.ts";
import { methodName } from "../serving/target.ts";
import type { Words } from "../words/words.ts";
import type { Evaluation } from "./evaluation.ts";

/** `version 2 · staging.example.com`: the version that was asked for, and the addresses where they differ. */
export function whereabouts(
  { target, address }: Evaluation,
  runs: readonly Evaluation[],
  words: Words,
): string {
  const differ = runs.some((other) => other.address !== runs[0]!.address);
  return [
    ...(target.version === "0" ? [] : [words.evalVersion(target.version)]),
    ...(differ ? [placeText(address)] : []),
  ].join(" · ");
}

/** For the name of a file. */
export function fileName({ target, address }: Evaluation): string {
  const version = target.version === "0" ? "" : `-${target.version}`;
  const place = address === "" ? "" : `-${placeText(address)}`;
  return `evaluation-${methodName(target)}${version}${place}`.replace(/[^\w.-]+/g, "_");
}

/** Without its scheme; the page's own where it is empty. */
function placeText(address: string): string {
  const { host, pathname } = new URL(proxyAddress(address) || ".", location.href);
  return `${host}${pathname.replace(/\/$/, "")}`;
}
