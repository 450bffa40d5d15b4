/** What the request's form says. */

import type { Asked } from "./kept/asked.ts";

/** What is written is to be sent. */
export class RunEvent extends Event {
  static readonly type = "run";
  /** Whatever the signature says. */
  readonly anyway: boolean;

  constructor(anyway: boolean) {
    super(RunEvent.type);
    this.anyway = anyway;
  }
}

/** The call that is under way is to end. */
export class StopEvent extends Event {
  static readonly type = "stop";

  constructor() {
    super(StopEvent.type);
  }
}

/** What is written is to be saved, or shared by a link. */
export class KeepEvent extends Event {
  static readonly type = "keep";
  readonly request: Asked;
  readonly way: "save" | "share";

  constructor(request: Asked, way: "save" | "share") {
    super(KeepEvent.type);
    this.request = request;
    this.way = way;
  }
}

/** The client, which reads what is written, can't be loaded. */
export class UnloadedEvent extends Event {
  static readonly type = "unloaded";

  constructor() {
    super(UnloadedEvent.type);
  }
}
