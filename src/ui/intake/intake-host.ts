/** What the owner of an intake is told and asked, and what those who work for it see of it. */

import type { Incoming } from "../../photos/index.ts";
import type { Note } from "./notes.ts";

export interface IntakeHost {
  /** Photos, as soon as they are found, never none; `isMore`: others of what was given at once have come before. */
  photos(photos: readonly Incoming[], isMore: boolean): void;
  /** A file that is no photo. */
  leftOut?(file: File): void;
  /** The notes are others now. */
  changed(): void;
  /** Files to take of whatever kind they are. */
  isWanted?(file: File): boolean;
  /** Whether one picture is all that is shown. */
  isSingle?(): boolean;
  /** Name of a picture that was pasted at this time. */
  nameOf(time: string): string;
}

/** Something that was given is being taken. */
export interface Taking {
  readonly host: IntakeHost;
  /** To be shown, the oldest first. */
  notes: readonly Note[];
  /** Fires when what is being fetched is not wanted any more. */
  readonly signal: AbortSignal;
}
