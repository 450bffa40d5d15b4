/** A request as it is kept: whom it asks, and what is written in it. */

import type { Target } from "../../serving/client-for.ts";
import { checkVersion } from "../../state/check.ts";
import { type Draft, type DraftInstance, isDraft } from "../request/draft.ts";

export interface Asked extends Target {
  instances: readonly DraftInstance[];
}

/** Without the contents of files, which no storage is for. */
export function withoutFiles(instances: readonly DraftInstance[]): readonly DraftInstance[] {
  return instances.map((instance) =>
    instance.map((draft) =>
      draft.file ? { ...draft, file: { name: draft.file.name, size: draft.file.size } } : draft,
    ),
  );
}

/** Names of the inputs whose content was not kept. */
export function missing(instances: readonly DraftInstance[]): string[] {
  return namesOf(instances, ({ file }) => file !== undefined && !(file instanceof Blob));
}

/** Names of the inputs that have a file, chosen or remembered. */
export function filesOf(instances: readonly DraftInstance[]): string[] {
  return namesOf(instances, ({ file }) => file !== undefined);
}

function namesOf(instances: readonly DraftInstance[], wanted: (draft: Draft) => boolean): string[] {
  return [...new Set(instances.flatMap((instance) => instance.filter(wanted).map(({ name }) => name)))];
}

/** Whether a storage, which may hold anything, holds a request. */
export function isAsked(value: unknown): value is Asked {
  if (!isTarget(value)) return false;
  const { instances } = value as Target & { instances?: unknown };
  return (
    Array.isArray(instances) &&
    instances.every((instance) => Array.isArray(instance) && instance.every(isDraft))
  );
}

/** Milliseconds since 1970 that are a date. */
export const isTime = (at: unknown): at is number =>
  typeof at === "number" && !Number.isNaN(new Date(at).getTime());

export function isTarget(value: unknown): value is Target {
  const { servable, method, version } = (value ?? {}) as Record<string, unknown>;
  const isName = (name: unknown) => typeof name === "string" && name.trim() !== "";
  return isName(servable) && isName(method) && typeof version === "string" && !checkVersion(version);
}
