/** What a call's headers and trailers say. */

import { html } from "lit";
import type { InspectedCall } from "../../inspect/index.ts";
import type { Words } from "../words/words.ts";

export function callHeaders({ headers, replyHeaders, trailers }: InspectedCall, words: Words) {
  return html`
    ${table(words.requestHeaders, headers, words)}
    ${table(words.replyHeaders, replyHeaders, words)}
    ${table(words.trailersOf, trailers, words)}
    <p class="quiet small note">${words.redactedNote} ${words.corsNote}</p>
  `;
}

function table(title: string, values: Readonly<Record<string, string>>, words: Words) {
  const entries = Object.entries(values);
  return html`<h3>${title}</h3>
    ${
      entries.length === 0
        ? html`<p class="quiet small">${words.noneCame}</p>`
        : html`<dl class="mono">${entries.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`
    }`;
}
