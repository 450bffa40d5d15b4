/** What an answer has besides labels and scores, in readable form: all of it where it has no labels. */

import { css, html, nothing, type TemplateResult } from "lit";
import type { Outputs, OutputValue } from "../../client/index.ts";
import type { Label } from "../../photos/index.ts";
import { outputText } from "../values/printout.ts";

/** A photo that was answered. */
interface Answered {
  outputs: Outputs;
  labels: readonly Label[];
}

/** Those of an answer that its labels and scores don't tell. */
export function otherOutputs({ outputs, labels }: Answered): [name: string, value: OutputValue][] {
  const told = labels.length > 0 ? ["label", "score"] : [];
  return Object.entries(outputs).filter(([name]) => !told.includes(name));
}

/** An answer without labels as one line: `class_id = 388, probability = 0.9`. */
export function outputsLine(answered: Answered): string {
  return otherOutputs(answered)
    .map(([name, value]) => `${name} = ${shortOutput(value)}`)
    .join(", ");
}

/** Longer ones are cut. */
const SHORT = 240;
const MOST_BYTES = 4096;

/** A value in a few words: a number as one, bytes that are text as that text, a tensor as numpy prints it. */
export function shortOutput(value: OutputValue): string {
  const text = (value instanceof Uint8Array && textOfBytes(value)) || plainText(value);
  return text.length > SHORT ? `${text.slice(0, SHORT)}…` : text;
}

function plainText(value: OutputValue): string {
  if (typeof value === "string") return value;
  if (typeof value === "object" && "dtype" in value && value.shape.length === 0)
    return String(value.toArray());
  return outputText("", value).slice(" = ".length).replace(/\s+/g, " ");
}

/** @returns `undefined` where they are no text; a long one is cut, see {@link MOST_BYTES} */
export function textOfBytes(bytes: Uint8Array): string | undefined {
  try {
    // A character that is cut at the end is none that is broken.
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, MOST_BYTES), {
      stream: bytes.length > MOST_BYTES,
    });
    if (!/[^\P{Cc}\n\r\t]/u.test(text)) return text;
  } catch {
    // No text.
  }
  return undefined;
}

/** Names and values under each other; nothing where there are none. */
export function outputList(answered: Answered, empty: string): TemplateResult | typeof nothing {
  const others = otherOutputs(answered);
  if (others.length === 0) return answered.labels.length > 0 ? nothing : html`<p class="quiet">${empty}</p>`;
  return html`<dl class="outputs" part="outputs">${others.map(
    ([name, value]) => html`<dt>${name}</dt><dd>${shortOutput(value)}</dd>`,
  )}</dl>`;
}

export const outputListStyles = css`
  .outputs {
    margin: 0;
    font-size: var(--_small);
    line-height: 20px;
  }
  .outputs dt {
    color: var(--_ink-quiet);
  }
  .outputs dd {
    display: -webkit-box;
    margin: 0 0 4px;
    overflow: hidden;
    font-family: var(--_mono);
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
  }
`;
