/** What the fields of a method say. */

import type { Target } from "../serving/client-for.ts";

/** Another method is to be asked. */
export class TargetEvent extends Event {
  static readonly type = "target";
  readonly method: Target;

  constructor(method: Target) {
    super(TargetEvent.type);
    this.method = method;
  }
}
