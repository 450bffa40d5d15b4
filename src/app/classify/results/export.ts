/** All results as CSV and JSON, and one as text. */

import type { OutputValue } from "../../../client/index.ts";
import type { Failure } from "../../../failures/index.ts";
import type { Photo } from "../../../photos/index.ts";
import { otherOutputs, shortOutput } from "../../../ui/index.ts";
import { download } from "../../look/download.ts";
import { MOST_LABELS, shownLabels } from "../photo/shown-labels.ts";
import { jsonOutput, tableOutput } from "./saved-outputs.ts";

/** How a failure is written in a file. */
type FailureTeller = (failure: Failure) => string;

/** Gives the reader a file of all these. */
export function saveResults(kind: "csv" | "json", photos: Iterable<Photo>, textOf: FailureTeller): void {
  const [text, name, type] =
    kind === "csv"
      ? [toCsv(photos, textOf), "results.csv", "text/csv"]
      : [toJson(photos, textOf), "results.json", "application/json"];
  download(new Blob([text], { type }), name);
}

interface Row {
  file: string;
  bytes: number;
  state: string;
  error?: string;
  labels?: { label: string; score?: number }[];
  /** By name, those that labels and scores don't tell. */
  outputs?: Record<string, OutputValue>;
  sentBytes?: number;
  uploadMs?: number;
  serverMs?: number;
  totalMs?: number;
  photosInCall?: number;
}

export function toJson(photos: Iterable<Photo>, textOf: FailureTeller): string {
  return `${JSON.stringify(
    Array.from(photos, (photo) => {
      const { outputs, ...row } = rowOf(photo, textOf);
      if (!outputs) return row;
      const told = Object.entries(outputs).map(([name, value]) => [name, jsonOutput(value)]);
      return { ...row, outputs: Object.fromEntries(told) };
    }),
    undefined,
    2,
  )}\n`;
}

/**
 * RFC 4180 with a byte order mark, without which Excel takes UTF-8 for something else. A text that a spreadsheet
 * would run as a formula (from `=`, `+`, `-`, `@`, tab or carriage return on) begins with an apostrophe.
 */
export function toCsv(photos: Iterable<Photo>, textOf: FailureTeller): string {
  const rows = Array.from(photos, (photo) => rowOf(photo, textOf));
  const most = Math.max(MOST_LABELS, ...rows.map((row) => row.labels?.length ?? 0));
  const labels = Array.from({ length: most }, (_, i) => [`label_${i + 1}`, `score_${i + 1}`]).flat();
  const outputs = [...new Set(rows.flatMap((row) => Object.keys(row.outputs ?? {})))];
  const head = [
    "file",
    "state",
    ...labels,
    "error",
    "bytes",
    "sent_bytes",
    "upload_ms",
    "server_ms",
    "total_ms",
    "photos_in_call",
    ...outputs.map((name) => textCell(`output.${name}`)),
  ];
  const lines = [head];
  for (const row of rows) {
    const guesses = Array.from({ length: most }, (_, i) => {
      const { label, score } = row.labels?.[i] ?? {};
      return [textCell(label), numberCell(score)];
    }).flat();
    lines.push([
      textCell(row.file),
      row.state,
      ...guesses,
      textCell(row.error),
      numberCell(row.bytes),
      numberCell(row.sentBytes),
      numberCell(row.uploadMs),
      numberCell(row.serverMs),
      numberCell(row.totalMs),
      numberCell(row.photosInCall),
      ...outputs.map((name) => outputCell(row.outputs?.[name])),
    ]);
  }
  return `\uFEFF${lines.map((cells) => `${cells.join(",")}\r\n`).join("")}`;
}

/** `panda.jpg`, then a line for each label, its score and all its synonyms, and for each other output. */
export function toText(photo: Photo): string {
  const { state, path } = photo;
  if (state.name !== "done") return path;
  return [
    path,
    ...shownLabels(photo).map(({ label, score }) => `${score === undefined ? "" : `${score}\t`}${label}`),
    ...otherOutputs(state).map(([name, value]) => `${name} = ${shortOutput(value)}`),
  ].join("\n");
}

function rowOf(photo: Photo, textOf: FailureTeller): Row {
  const { path, file, state } = photo;
  const row: Row = { file: path, bytes: file.size, state: state.name };
  if (state.name === "failed") row.error = textOf(state.failure);
  if (state.name !== "done") return row;
  const { times, sentBytes, together } = state;
  const others = otherOutputs(state);
  row.labels = shownLabels(photo).map(({ label, score }) =>
    score === undefined ? { label } : { label, score },
  );
  if (others.length > 0) row.outputs = Object.fromEntries(others);
  row.sentBytes = sentBytes;
  if (times.upload !== undefined) row.uploadMs = Math.round(times.upload);
  if (times.server !== undefined) row.serverMs = Math.round(times.server);
  row.totalMs = Math.round(times.total);
  row.photosInCall = together;
  return row;
}

function textCell(text = ""): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function outputCell(value: OutputValue | undefined): string {
  if (value === undefined) return "";
  const told = tableOutput(value);
  return typeof told === "number" ? numberCell(told) : textCell(told);
}

function numberCell(value: number | undefined): string {
  return value === undefined ? "" : String(value);
}
