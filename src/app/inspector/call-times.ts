/** How long each part of a call took, as a bar of the whole and in figures. */

import { css, html, nothing, svg } from "lit";
import type { CallTimes } from "../../inspect/index.ts";
import type { Language } from "../../ui/index.ts";
import type { Words } from "../words/words.ts";
import { msText } from "./ms-text.ts";

export const callTimesStyles = css`
  .parts {
    width: 100%;
    height: 14px;
    margin-top: 12px;
    border-radius: 3px;
    background: var(--_line);
  }
  .p0 {
    fill: #8a6fb0;
  }
  .p1 {
    fill: #9a9088;
  }
  .p2 {
    fill: #c98a2d;
  }
  .p3 {
    fill: var(--_accent);
  }
  .p4 {
    fill: #5479b8;
  }
  .p5 {
    fill: #b45f7c;
  }
  table {
    width: 100%;
    max-width: 420px;
    margin-top: 8px;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 4px 0;
    border-bottom: 1px solid var(--_line);
    font-weight: 400;
    text-align: start;
  }
  td {
    text-align: end;
  }
  th svg {
    display: inline-block;
    margin-inline-end: 8px;
  }
  .whole > * {
    font-weight: 600;
  }
`;

export function callTimes(times: CallTimes, words: Words, language: Language) {
  const { encodeMs, queueMs, waitMs, uploadMs, serverMs, downloadMs, decodeMs, totalMs, serverBy } = times;
  const isSplit = serverMs !== undefined;
  const parts: [part: number, name: string, ms: number | undefined][] = [
    [0, words.timeEncode, encodeMs],
    [1, words.timeQueue, queueMs],
    ...(isSplit
      ? ([
          [2, words.timeUpload, uploadMs],
          [3, words.timeServer, serverMs],
        ] as [number, string, number][])
      : [[3, words.timeWait, waitMs] as [number, string, number | undefined]]),
    [4, words.timeDownload, downloadMs],
    [5, words.timeDecode, decodeMs],
  ];
  let at = 0;
  const bars = parts.map(([part, , ms = 0]) => {
    const bar = svg`<rect class="p${part}" x=${(100 * at) / totalMs} width=${(100 * ms) / totalMs} height="1" />`;
    at += ms;
    return bar;
  });
  const swatch = (part: number) =>
    html`<svg width="10" height="10" aria-hidden="true"><rect class="p${part}" width="10" height="10" rx="2" /></svg>`;
  return html`
    ${totalMs > 0 ? html`<svg class="parts" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">${bars}</svg>` : nothing}
    <table>
      <tbody>
        ${parts.map(
          ([part, name, ms]) =>
            html`<tr><th scope="row">${swatch(part)}${name}</th><td>${ms === undefined ? words.notKnown : msText(ms, language)}</td></tr>`,
        )}
        <tr class="whole"><th scope="row">${words.timeTotal}</th><td>${msText(totalMs, language)}</td></tr>
      </tbody>
    </table>
    <p class="quiet small note">${serverBy === "envoy" ? words.serverByEnvoy : serverBy === "upload" ? words.serverByUpload : words.serverUnknown}
      ${queueMs === undefined ? words.queueUnknown : nothing}</p>
  `;
}
