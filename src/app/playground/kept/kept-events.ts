/** What the lists of kept requests say. */

import type { Asked } from "./asked.ts";
import type { PastCall } from "./history.ts";

/** A kept request is to be filled in. */
export class OpenEvent extends Event {
  static readonly type = "open";
  /** Whom it asks may be left to the page. */
  readonly request: Pick<Asked, "instances"> & Partial<Asked>;
  /** Its name, or its file's. */
  readonly name: string | undefined;

  constructor(request: OpenEvent["request"], name?: string) {
    super(OpenEvent.type, { bubbles: true, composed: true });
    this.request = request;
    this.name = name;
  }
}

/** A past call's reply is to be shown. */
export class LookEvent extends Event {
  static readonly type = "look";
  readonly call: PastCall;

  constructor(call: PastCall) {
    super(LookEvent.type, { bubbles: true, composed: true });
    this.call = call;
  }
}
