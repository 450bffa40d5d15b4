/** The settings that are one line of text each: how each is written, checked and taken. */

import type { NameGroup } from "../look/known-select.ts";
import { signedPhotoInput } from "../serving/photo-method.ts";
import { knownServables, signatureOf } from "../serving/signatures.ts";
import {
  checkAddress,
  checkCount,
  checkName,
  checkSeconds,
  checkVersion,
  type SettingFault,
} from "../state/check.ts";
import { MAX_BATCH, MAX_CONCURRENCY, type Settings } from "../state/settings.ts";
import type { Words } from "../words/words.ts";
import { methodGroups, methodNote } from "./known-names.ts";

export type FieldName = Exclude<keyof Settings, "metadata" | "theme" | "shrink">;

export interface Field {
  name: FieldName;
  label(words: Words): string;
  note?(words: Words, settings: Settings): string;
  placeholder?(settings: Settings): string;
  /** Names to choose from; any other can be written. */
  known?(settings: Settings, words: Words): readonly NameGroup[];
  numeric?: boolean;
  write(settings: Settings): string;
  check(text: string): SettingFault | undefined;
  read(text: string): Partial<Settings>;
  /** Largest count. */
  max?: number;
}

const text = (
  name: "servable" | "method",
  label: Field["label"],
  more: Pick<Field, "known" | "note">,
): Field => ({
  ...more,
  name,
  label,
  write: (settings) => settings[name],
  check: checkName,
  read: (written) => ({ [name]: written.trim() }),
});

const count = (name: "batchCount" | "concurrency", max: number, label: Field["label"]): Field => ({
  name,
  label,
  max,
  numeric: true,
  write: (settings) => String(settings[name]),
  check: (written) => checkCount(written, max),
  read: (written) => ({ [name]: Number(written) }),
});

export const CONNECTION_FIELDS: readonly Field[] = [
  {
    name: "address",
    label: (words) => words.address,
    note: (words) => words.addressNote,
    placeholder: () => location.origin,
    write: (settings) => settings.address,
    check: (written) => checkAddress(written, location.protocol),
    read: (written) => ({ address: written.trim() }),
  },
  {
    name: "timeoutMs",
    label: (words) => words.timeoutSeconds,
    numeric: true,
    write: (settings) => String(settings.timeoutMs / 1000),
    check: checkSeconds,
    read: (written) => ({ timeoutMs: Number(written) * 1000 }),
  },
];

export const CLASSIFY_FIELDS: readonly Field[] = [
  text("servable", (words) => words.servable, {
    known: () => [{ names: knownServables() }],
  }),
  text("method", (words) => words.method, {
    known: methodGroups,
    note: (words, settings) => methodNote(settings, words),
  }),
  {
    name: "input",
    label: (words) => words.photoInput,
    note: (words) => words.photoInputNote,
    placeholder: ({ servable, method }) => signedPhotoInput(signatureOf(servable, method)) ?? "",
    write: (settings) => settings.input,
    check: () => undefined,
    read: (written) => ({ input: written.trim() }),
  },
  {
    name: "version",
    label: (words) => words.version,
    note: (words) => words.versionNote,
    numeric: true,
    write: (settings) => settings.version,
    check: checkVersion,
    read: (written) => ({ version: String(BigInt(written.trim())) }),
  },
  count("batchCount", MAX_BATCH, (words) => words.batchSize),
  count("concurrency", MAX_CONCURRENCY, (words) => words.concurrency),
];

export function settingFaultText(fault: SettingFault, words: Words, max = 0): string {
  return fault === "countBad" ? words.countBad(max) : words[fault];
}
