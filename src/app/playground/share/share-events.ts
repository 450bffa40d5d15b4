/** What the dialogs that save and share say. */

import type { Asked } from "../kept/asked.ts";

/** A request is to become a JSON file. */
export class SaveFileEvent extends Event {
  static readonly type = "save-file";
  readonly request: Asked;
  /** Of the request, where it was given one. */
  readonly name: string | undefined;

  constructor(request: Asked, name?: string) {
    super(SaveFileEvent.type);
    this.request = request;
    this.name = name;
  }
}

/** A request was saved under a name. */
export class SavedEvent extends Event {
  static readonly type = "saved";
  readonly name: string;

  constructor(name: string) {
    super(SavedEvent.type);
    this.name = name;
  }
}
