/** Instances on their way through `inferMany`. */

import type { InstanceMessage } from "../../wire/index.ts";
import type { Outcome } from "../serving/outcome.ts";
import type { ManyItemOptions } from "./item.ts";

/** An instance that is encoded. */
export interface Item {
  /** Place in the source. */
  index: number;
  message: InstanceMessage;
  bytes: number;
  options: ManyItemOptions;
}

/** An instance that has its outcome. */
export interface Settled {
  index: number;
  bytes: number;
  outcome: Outcome;
}

export interface Batch {
  items: Item[];
  /** Instances that can't be sent at all. */
  refused: Settled[];
}
