/** Many photos, and the calls that classify them. Headless: the page that shows them draws its state. */

import type { Failure } from "../failures/index.ts";
import type { Halt } from "./halt.ts";
import type { PhotoQueueOptions } from "./options.ts";
import type { Pace } from "./pace.ts";
import { canRetry, type Incoming, isOpen, type Photo, refusal } from "./photo.ts";
import { PhotoList } from "./photo-list.ts";
import { PhotoSender } from "./photo-sender.ts";
import type { Tally } from "./tally.ts";

/** What a queue keeps to itself. */
interface Own {
  options: PhotoQueueOptions;
  list: PhotoList;
  sender: PhotoSender;
  /** Whether more may come to {@link PhotoQueue.latest}. */
  gathering: boolean;
}

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

  /**
   * A function, and no `#private` members: a framework's Proxy of this queue has none, and would wrap an object.
   * @internal
   */
  declare private readonly own: () => Own;

  constructor(options: PhotoQueueOptions) {
    const list = new PhotoList((photo) => this.tell(photo));
    const own: Own = { options, list, sender: new PhotoSender(list, options), gathering: false };
    Object.defineProperty(this, "own", { value: () => own });
  }

  /** By id, in the order in which they came. */
  get photos(): ReadonlyMap<number, Photo> {
    return this.own().list.photos;
  }

  /** How many photos are in which state. */
  get tally(): Tally {
    return this.own().list.tally;
  }

  /** Grows whenever a photo came, went, or changed to another state: what is searched, grouped and sorted by. */
  get revision(): number {
    return this.own().list.revision;
  }

  /** How fast photos are settled. */
  get pace(): Pace {
    return this.own().sender.pace;
  }

  /** Why no further call is made; `undefined` while it isn't halted. */
  get halt(): Halt | undefined {
    return this.own().sender.halt;
  }

  /** Whether it is paused. */
  get paused(): boolean {
    return this.own().sender.paused;
  }

  /**
   * Takes files, in order, and sends them; resumes after a halt or a pause.
   * @param refuse says why a file must not be sent, if so
   * @returns their photos
   */
  add(files: Iterable<File | Incoming>, refuse?: (file: File) => Failure | undefined): Photo[] {
    const added = Array.from(files, (given): Photo => {
      const { file, path } = "file" in given ? given : { file: given, path: given.name };
      const photo = this.own().list.add(file, path, refusal(file) ?? refuse?.(file));
      if (photo.state.name === "waiting") this.own().sender.wait(photo.id);
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
    return this.own().list.whenSettled(id);
  }

  /** Sends these failed or cancelled photos again, or all of them; resumes if it was halted or paused. */
  retry(ids: Iterable<number> = this.photos.keys()): void {
    for (const id of ids) {
      const photo = this.photos.get(id);
      if (!photo || !canRetry(photo)) continue;
      this.own().sender.wait(id);
      this.own().list.set(id, { name: "waiting" });
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
    this.own().sender.pause();
  }

  /** Resumes after a pause or a halt. */
  resume(): void {
    this.own().sender.resume();
  }

  /** The client, input or limits have changed: photos that are not being sent yet use the new ones. */
  renew(): void {
    this.own().sender.renew();
  }

  /** Cancels these photos, or all that are not settled. */
  cancel(ids: Iterable<number> = this.photos.keys()): void {
    for (const id of ids) {
      const photo = this.photos.get(id);
      if (!photo || !isOpen(photo)) continue;
      this.own().sender.leave(id);
      this.own().list.set(id, { name: "cancelled" });
    }
    this.own().sender.proceed();
  }

  /** Removes these photos, or all; calls that no photo needs any more are ended. */
  remove(ids: Iterable<number> = this.photos.keys()): void {
    for (const id of ids) {
      const photo = this.photos.get(id);
      if (!photo) continue;
      this.own().sender.leave(id);
      this.own().list.delete(photo);
    }
    this.latest = [];
    if (this.photos.size === 0) this.own().sender.resume();
    else this.own().sender.proceed();
  }

  /**
   * Photos settled in one go, as by one reply, are reported together.
   * @internal
   */
  private tell(photo: Photo): void {
    const own = this.own();
    if (!own.gathering) {
      this.latest = [];
      own.gathering = true;
      setTimeout(() => {
        own.gathering = false;
      });
    }
    this.latest = [...this.latest, photo];
    own.sender.pace.note(1, performance.now());
    own.options.onSettled?.(photo);
  }
}
