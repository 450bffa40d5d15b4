/** What several elements say to the one that they stand in. */

/** Something was written anew. */
export class EditEvent<T> extends Event {
  static readonly type = "edit";
  readonly value: T;

  constructor(value: T) {
    super(EditEvent.type);
    this.value = value;
  }
}

/** The element is to be taken away. */
export class RemoveEvent extends Event {
  static readonly type = "remove";

  constructor() {
    super(RemoveEvent.type);
  }
}

/** A message was read. */
export class CloseEvent extends Event {
  static readonly type = "close";

  constructor() {
    super(CloseEvent.type);
  }
}

/** What failed is to be tried again. */
export class RetryEvent extends Event {
  static readonly type = "retry";

  constructor() {
    super(RetryEvent.type);
  }
}
