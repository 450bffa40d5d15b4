/** The photos, in order, and what is known of all of them. A change costs the same among thousands. */

import type { Failure, Notice } from "../failures/index.ts";
import { isOpen, type Photo, type PhotoState } from "./photo.ts";
import { Tally } from "./tally.ts";

export class PhotoList {
  readonly tally = new Tally();
  /** Grows whenever a photo came, went, or changed to another state: what is searched, grouped and sorted by. */
  revision = 0;
  /** In the order in which they came. */
  readonly photos = new Map<number, Photo>();

  readonly #waiters = new Map<number, (photo: Photo) => void>();
  readonly #settled: (photo: Photo) => void;
  #nextId = 1;

  /** @param settled is called with each photo that is done or has failed */
  constructor(settled: (photo: Photo) => void) {
    this.#settled = settled;
  }

  add(file: File, path: string, failure: Failure | undefined): Photo {
    const state: PhotoState = failure
      ? { name: "failed", failure, withWholeCall: false }
      : { name: "waiting" };
    const photo: Photo = { id: this.#nextId++, file, path, state };
    this.photos.set(photo.id, photo);
    this.tally.add(photo);
    this.revision++;
    if (failure) this.#settled(photo);
    return photo;
  }

  set(id: number, state: PhotoState): void {
    const before = this.photos.get(id)!;
    const photo = { ...before, state };
    this.photos.set(id, photo);
    // A share of an upload changes neither order nor counts.
    if (state.name === before.state.name) return;
    this.tally.remove(before);
    this.tally.add(photo);
    this.revision++;
    if (isOpen(photo)) return;
    this.#release(photo);
    if (state.name !== "cancelled") this.#settled(photo);
  }

  /** Says something of how a photo is sent, or takes it back. */
  note(id: number, notice: Notice | undefined): void {
    const { notice: _, ...photo } = this.photos.get(id)!;
    this.photos.set(id, notice ? { ...photo, notice } : photo);
  }

  delete(photo: Photo): void {
    this.photos.delete(photo.id);
    this.tally.remove(photo);
    this.revision++;
    this.#release(isOpen(photo) ? { ...photo, state: { name: "cancelled" } } : photo);
  }

  /** @returns the photo once it is done, failed or cancelled; a removed one counts as cancelled */
  async whenSettled(id: number): Promise<Photo> {
    const photo = this.photos.get(id);
    if (!photo) throw new RangeError(`there is no photo ${id}: it was removed`);
    if (!isOpen(photo)) return photo;
    return new Promise((settle) => {
      const before = this.#waiters.get(id);
      this.#waiters.set(id, (settled) => {
        before?.(settled);
        settle(settled);
      });
    });
  }

  #release(photo: Photo): void {
    this.#waiters.get(photo.id)?.(photo);
    this.#waiters.delete(photo.id);
  }
}
