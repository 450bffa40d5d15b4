/** Finds the photos in what was given: files, all that is in folders, and pictures of other pages. */

import type { Incoming } from "../../photos/index.ts";
import { fetchAll } from "./fetch-all.ts";
import { filesOf } from "./files-of.ts";
import type { Given } from "./given.ts";
import type { IntakeHost, Taking } from "./intake-host.ts";
import { addressesIn } from "./links.ts";
import { withName } from "./picture-name.ts";
import { sortOut } from "./sort.ts";

export async function take(given: Given, intake: Taking): Promise<void> {
  const { host } = intake;
  let found = 0;
  const tell = (photos: readonly Incoming[]) => {
    const wanted = host.isSingle?.() ? photos.slice(0, found > 0 ? 0 : 1) : photos;
    if (wanted.length > 0) host.photos(wanted, found > 0);
    found += photos.length;
  };
  const others = await sortOut(named(given, host), host.isWanted, tell);
  // A picture that is dragged may come as a file beside its address.
  const addresses = found === 0 && given.links ? addressesIn(given.links) : [];
  if (addresses.length > 0) return fetchAll(host.isSingle?.() ? addresses.slice(0, 1) : addresses, intake);
  for (const { file } of others) host.leftOut?.(file);
  const paths = others.map(({ path }) => path);
  if (paths.length > 0) intake.notes = [...intake.notes, { kind: "leftOut", paths }];
  else if (found === 0) intake.notes = [...intake.notes, { kind: "nothing", of: whatIsEmpty(given) }];
}

function whatIsEmpty({ way, entries }: Given) {
  if (way === "pasted") return "clipboard";
  return way === "chosen" || entries ? "folder" : "drop";
}

/** A picture out of the clipboard has no name. */
async function* named(given: Given, { nameOf }: IntakeHost): AsyncGenerator<Incoming[], void> {
  for await (const some of filesOf(given)) {
    yield given.way !== "pasted"
      ? some
      : some.map(({ file }) => withName(file, nameOf)).map((file) => ({ file, path: file.name }));
  }
}
