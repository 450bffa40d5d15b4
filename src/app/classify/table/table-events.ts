/** What the table of photos says to the page. */

import type { Failure } from "../../../failures/index.ts";
import type { Photo, PhotoQueue } from "../../../photos/index.ts";
import type { NameOf } from "../results/label-names.ts";

/** Something of the photos has changed; at most once a frame. */
export class TableEvent extends Event {
  static readonly type = "table";
  /** Number of photos. */
  readonly count: number;
  /** Bytes that were not sent, since photos were made smaller. */
  readonly savedBytes: number;
  /** Why no further call is made. */
  readonly failure: Failure | undefined;
  /** What a screen reader is to say. */
  readonly announcement: string;
  /** The photo that came last. */
  readonly last: Photo | undefined;
  readonly nameOf: NameOf;

  constructor({ photos, tally, halt }: PhotoQueue, announcement: string, nameOf: NameOf) {
    super(TableEvent.type);
    this.count = tally.all;
    this.savedBytes = tally.savedBytes;
    this.failure = halt?.failure;
    this.announcement = announcement;
    this.last = [...photos.values()].at(-1);
    this.nameOf = nameOf;
  }
}

/** All photos were taken away. */
export class ClearedEvent extends Event {
  static readonly type = "cleared";

  constructor() {
    super(ClearedEvent.type);
  }
}

/** The message that says why no call is made is wanted again. */
export class ShowFailureEvent extends Event {
  static readonly type = "show-failure";

  constructor() {
    super(ShowFailureEvent.type);
  }
}

/** What had the focus is gone, and nothing on the table can take it. */
export class FocusLostEvent extends Event {
  static readonly type = "focus-lost";

  constructor() {
    super(FocusLostEvent.type);
  }
}
