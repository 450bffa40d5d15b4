/** What can be done with a photo, as the event that a card or the dialog says it with. */

export type PhotoAction = "open" | "retry" | "cancel" | "remove" | "copy";

export class PhotoActionEvent extends Event {
  static readonly type = "photo-action";
  readonly action: PhotoAction;
  readonly id: number;

  constructor(action: PhotoAction, id: number) {
    super(PhotoActionEvent.type, { bubbles: true, composed: true });
    this.action = action;
    this.id = id;
  }
}
