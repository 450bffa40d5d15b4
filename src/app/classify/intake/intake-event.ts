/** Somebody has given something. */

import type { Given } from "../../../ui/index.ts";

export class IntakeEvent extends Event {
  static readonly type = "intake";
  readonly given: Given;

  constructor(given: Given) {
    super(IntakeEvent.type);
    this.given = given;
  }
}
