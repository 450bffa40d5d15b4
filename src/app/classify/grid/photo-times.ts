/** Where a photo's time went: a bar of upload and server, and the figures. */

import { html, nothing, type TemplateResult } from "lit";
import type { Photo } from "../../../photos/index.ts";
import type { Language } from "../../../ui/index.ts";
import type { Words } from "../../words/words.ts";
import { duration } from "../results/time-text.ts";

export function photoTimes(
  { times, together }: Photo["state"] & { name: "done" },
  words: Words,
  language: Language,
): TemplateResult {
  const { upload, server, total } = times;
  const part = (name: "upload" | "server", value: number | undefined) =>
    value === undefined
      ? nothing
      : html`<dt class=${name}>${words[`${name}Time`]}</dt><dd>${duration(value, language)}</dd>`;
  const width = (value: number) => `width: ${(value / total) * 100}%`;
  return html`<div>
      ${
        upload !== undefined && server !== undefined
          ? html`<div class="split" aria-hidden="true">
              <span .style=${width(upload)}></span><span class="server" .style=${width(server)}></span>
            </div>`
          : nothing
      }
      <dl>
        ${part("upload", upload)}${part("server", server)}
        <dt>${words.totalTime}</dt>
        <dd>${duration(total, language)}</dd>
      </dl>
      ${together > 1 ? html`<p class="quiet small">${words.callTogether(together)}</p>` : nothing}
    </div>`;
}
