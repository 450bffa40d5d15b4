/** Photos to answers: read when their turn comes, sent in batches, noted in a run. */

import { readFile } from "node:fs/promises";
import {
  type Client,
  errorKinds,
  errorText,
  hintOf,
  type InstanceError,
  isError,
} from "../../client/index.ts";
import { Run } from "../../evaluation/index.ts";
import { labelsOf } from "../../photos/index.ts";
import type { PhotoFile } from "./photo-files.ts";

interface Sending {
  client: Client;
  input: string;
  photos: readonly PhotoFile[];
  /** Labels that the method is known to have. */
  labels: readonly string[];
  truthOf(path: string): string | undefined;
  batch: number;
  concurrency: number;
  /** Ends it early, with what there is. */
  signal: AbortSignal;
  /** Called after each photo. */
  onSettled(run: Run): void;
}

export interface Sent {
  run: Run;
  /** Why it was ended early; the photos that met it are open in the run. */
  stopped: string | undefined;
}

/** So many batches in a row whose calls fail are not the photos' fault. */
const BATCHES_IN_ROW = 3;

/** Photos whose whole call failed, while others went well, are sent once more at the end. */
export async function sendPhotos(sending: Sending): Promise<Sent> {
  const run = new Run();
  run.know(sending.labels);
  for (const { path } of sending.photos) run.add(path, sending.truthOf(path));
  try {
    const first = await sendSome(sending, run, run.paths.keys());
    const stopped = first.stopped ?? (await sendSome(sending, run, first.again)).stopped;
    return { run, stopped };
  } catch (error) {
    if (!sending.signal.aborted) throw error;
    return { run, stopped: "you ended it." };
  }
}

/** @returns the photos whose call failed as a whole, where it came to the end */
async function sendSome(
  sending: Sending,
  run: Run,
  chosen: Iterable<number>,
): Promise<{ stopped?: string; again: number[] }> {
  const { client, batch, concurrency, signal, onSettled } = sending;
  /** By place among the instances, the photo's number. */
  const sent: number[] = [];
  const again: number[] = [];
  /** How many of those came last, without another between them. */
  let row = 0;
  const source = read(sending, run, chosen, sent);
  for await (const { index, outcome } of client.inferMany(source, {
    concurrency,
    maxBatchCount: batch,
    signal,
  })) {
    const photo = sent[index]!;
    if (isError(outcome)) run.fail(photo, outcome.kind, errorText(outcome));
    else run.answer(photo, labelsOf(outcome));
    if (isError(outcome) && errorKinds[outcome.kind].scope === "call") {
      again.push(photo);
      row++;
      if (isLasting(outcome) || row >= BATCHES_IN_ROW * batch) {
        for (const met of again.slice(-row)) run.open(met);
        return { stopped: `${errorText(outcome)} ${hintOf(outcome).en}`, again };
      }
    } else row = 0;
    onSettled(run);
  }
  return { again };
}

/** The next call fails as this one did. */
function isLasting({ kind }: InstanceError): boolean {
  return errorKinds[kind].passes === "no" && kind !== "timeout" && kind !== "cancelled";
}

async function* read(
  { photos, input, onSettled }: Sending,
  run: Run,
  chosen: Iterable<number>,
  sent: number[],
) {
  for (const photo of chosen) {
    const bytes = await readFile(photos[photo]!.file).catch((error: Error) => error);
    if (!(bytes instanceof Error) && bytes.length > 0) {
      sent.push(photo);
      yield { [input]: bytes };
      continue;
    }
    const text =
      bytes instanceof Error ? `it can't be read: ${bytes.message}` : "the file is empty (0 bytes).";
    run.fail(photo, "file", text);
    onSettled(run);
  }
}
