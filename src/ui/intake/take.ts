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
    found += photos.length;
    if (wanted.length > 0) host.photos(wanted);
  };
  const files = named(await filesOf(given), given, host);
  const others = await sortOut(files, host.isWanted, tell);
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
function named(files: readonly Incoming[], { way }: Given, { nameOf }: IntakeHost): readonly Incoming[] {
  if (way !== "pasted") return files;
  return files.map(({ file }) => {
    const withOne = withName(file, nameOf);
    return { file: withOne, path: withOne.name };
  });
}
