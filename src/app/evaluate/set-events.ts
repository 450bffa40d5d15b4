/** What the elements of the page Evaluate say to it. */

import type { Incoming } from "../../photos/index.ts";

type GivenSet =
  | { photos: readonly Incoming[]; table?: ReadonlyMap<string, string> | undefined }
  | { table: ReadonlyMap<string, string> }
  | { names: ReadonlyMap<string, string> };

/** Photos to evaluate, or a table of what they show, or what names are called, were given. */
export class SetEvent extends Event {
  static readonly type = "set";
  readonly given: GivenSet;

  constructor(given: GivenSet) {
    super(SetEvent.type);
    this.given = given;
  }
}

/** The next run is to begin. */
export class StartEvent extends Event {
  static readonly type = "start-run";

  constructor() {
    super(StartEvent.type);
  }
}

type RunAction = "pause" | "start" | "retry" | "csv" | "json" | "remove";

/** A run is to be paused, saved or taken away. */
export class RunActionEvent extends Event {
  static readonly type = "run-action";
  readonly action: RunAction;

  constructor(action: RunAction) {
    super(RunActionEvent.type);
    this.action = action;
  }
}

/** The part of the matrix around a place among all classes by name, as shares from 0 to 1, is to be shown. */
export class PartEvent extends Event {
  static readonly type = "part";
  readonly at: { row: number; column: number };

  constructor(at: PartEvent["at"]) {
    super(PartEvent.type);
    this.at = at;
  }
}

/** Photos that show one class and were called another, or gave no answer, are to be shown. */
export class CellEvent extends Event {
  static readonly type = "cell";
  readonly truth: string;
  readonly predicted: string | undefined;

  constructor(truth: string, predicted: string | undefined) {
    super(CellEvent.type);
    this.truth = truth;
    this.predicted = predicted;
  }
}
