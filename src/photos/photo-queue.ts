/** Many photos, and the calls that classify them. Headless: the page that shows them draws its state. */

import type { Failure } from "../failures/index.ts";
import type { Halt } from "./halt.ts";
import type { PhotoQueueOptions } from "./options.ts";
import type { Pace } from "./pace.ts";
import { canRetry, type Incoming, isOpen, type Photo, refusal } from "./photo.ts";
import { PhotoList } from "./photo-list.ts";
import { PhotoSender } from "./photo-sender.ts";
import type { Tally } from "./tally.ts";

/**
 * Takes files, sends them in batches, and keeps the result of each.
 *
 * ```ts
 * const queue = new PhotoQueue({ client: () => client, onSettled: ({ path, state }) => console.log(path, state) });
 * const [photo] = queue.add([file]);
 * const { state } = await queue.whenSettled(photo.id);
 * ```
 */
export class PhotoQueue {
  /** The photos that were settled together last. */
  latest: readonly Photo[] = [];

  readonly #options: PhotoQueueOptions;
  readonly #list: PhotoList;
  readonly #sender: PhotoSender;
  /** Whether more may come to {@link latest}. */
  #gathering = false;

  constructor(options: PhotoQueueOptions) {
    this.#options = options;
    this.#list = new PhotoList((photo) => this.#tell(photo));
    this.#sender = new PhotoSender(this.#list, options);
  }

  /** By id, in the order in which they came. */
  get photos(): ReadonlyMap<number, Photo> {
    return this.#list.photos;
  }

  /** How many photos are in which state. */
  get tally(): Tally {
    return this.#list.tally;
  }

  /** Grows whenever a photo came, went, or changed to another state: what is searched, grouped and sorted by. */
  get revision(): number {
    return this.#list.revision;
  }

  /** How fast photos are settled. */
  get pace(): Pace {
    return this.#sender.pace;
  }

  /** Why no further call is made; `undefined` while it isn't halted. */
  get halt(): Halt | undefined {
    return this.#sender.halt;
  }

  /** Whether it is paused. */
  get paused(): boolean {
    return this.#sender.paused;
  }

  /**
   * Takes files, in order, and sends them; resumes after a halt or a pause.
   * @param refuse says why a file must not be sent, if so
   * @returns their photos
   */
  add(files: Iterable<File | Incoming>, refuse?: (file: File) => Failure | undefined): Photo[] {
    const added = Array.from(files, (given): Photo => {
      const { file, path } = "file" in given ? given : { file: given, path: given.name };
      const photo = this.#list.add(file, path, refusal(file) ?? refuse?.(file));
      if (photo.state.name === "waiting") this.#sender.wait(photo.id);
      return photo;
    });
    this.resume();
    return added;
  }

  /**
   * The photo once it is done, failed or cancelled; a removed one counts as cancelled.
   * @throws RangeError when there is no such photo
   */
  whenSettled(id: number): Promise<Photo> {
    return this.#list.whenSettled(id);
  }

  /** Sends these failed or cancelled photos again, or all of them; resumes if it was halted or paused. */
  retry(ids: Iterable<number> = this.photos.keys()): void {
    for (const id of ids) {
      const photo = this.photos.get(id);
      if (!photo || !canRetry(photo)) continue;
      this.#sender.wait(id);
      this.#list.set(id, { name: "waiting" });
    }
    this.resume();
  }

  /** Resumes after a halt, and sends again what failed with whole calls; what failed by itself or was cancelled stays. */
  tryAgain(): void {
    const withCalls = [...this.photos.values()].filter(
      ({ state }) => state.name === "failed" && state.withWholeCall,
    );
    this.retry(withCalls.map(({ id }) => id));
  }

  /** No further call is made; those under way finish. */
  pause(): void {
    this.#sender.pause();
  }

  /** Resumes after a pause or a halt. */
  resume(): void {
    this.#sender.resume();
  }

  /** The client, input or limits have changed: photos that are not being sent yet use the new ones. */
  renew(): void {
    this.#sender.renew();
  }

  /** Cancels these photos, or all that are not settled. */
  cancel(ids: Iterable<number> = this.photos.keys()): void {
    for (const id of ids) {
      const photo = this.photos.get(id);
      if (!photo || !isOpen(photo)) continue;
      this.#sender.leave(id);
      this.#list.set(id, { name: "cancelled" });
    }
    this.#sender.proceed();
  }

  /** Removes these photos, or all; calls that no photo needs any more are ended. */
  remove(ids: Iterable<number> = this.photos.keys()): void {
    for (const id of ids) {
      const photo = this.photos.get(id);
      if (!photo) continue;
      this.#sender.leave(id);
      this.#list.delete(photo);
    }
    this.latest = [];
    if (this.photos.size === 0) this.#sender.resume();
    else this.#sender.proceed();
  }

  /** Photos settled in one go, as by one reply, are reported together. */
  #tell(photo: Photo): void {
    if (!this.#gathering) {
      this.latest = [];
      this.#gathering = true;
      setTimeout(() => {
        this.#gathering = false;
      });
    }
    this.latest = [...this.latest, photo];
    this.#sender.pace.note(1, performance.now());
    this.#options.onSettled?.(photo);
  }
}
