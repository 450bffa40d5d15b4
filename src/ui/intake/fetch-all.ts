/** Pictures of other pages, a few at a time; how far they are, and what is in the way of one. */

import { codeMissing } from "../../failures/index.ts";
import { PhotoError } from "../../photos/index.ts";
import { fetchPicture } from "./fetch-picture.ts";
import type { Taking } from "./intake-host.ts";
import { type Note, withFailure } from "./notes.ts";

const AT_A_TIME = 3;

/** @param addresses one or more */
export async function fetchAll(addresses: readonly string[], intake: Taking): Promise<void> {
  const { host, signal } = intake;
  const follow = following(addresses, intake);
  const waiting = addresses.values();
  let isMore = false;
  const work = async () => {
    for (const address of waiting) {
      if (signal.aborted) return;
      try {
        const file = await fetchPicture(address, {
          signal,
          onProgress: follow.progress,
          nameOf: host.nameOf,
        });
        if (!signal.aborted) host.photos([{ file, path: file.name }], isMore);
        isMore = true;
      } catch (error) {
        if (signal.aborted) return;
        const failure = error instanceof PhotoError ? error.failure : codeMissing();
        intake.notes = withFailure(intake.notes, failure);
      }
      if (!signal.aborted) follow.settled();
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
}

/** One note for all of them; how much has come is told of one alone. */
function following(addresses: readonly string[], intake: Taking) {
  const all = addresses.length;
  let note: Note & { kind: "fetching" } = {
    kind: "fetching",
    settled: 0,
    all,
    from: addresses[0]!,
    share: undefined,
  };
  const show = (changes: Partial<typeof note>) => {
    const others = intake.notes.filter((one) => one !== note);
    note = { ...note, ...changes };
    intake.notes = note.settled === all ? others : [...others, note];
  };
  show({});
  return {
    settled: () => show({ settled: note.settled + 1 }),
    progress(share: number | undefined) {
      if (all === 1 && !intake.signal.aborted) show({ share });
    },
  };
}
