/** The few icons: 16 px line drawings in the colour of the text beside them; words carry the meaning. */

import { html, type SVGTemplateResult, svg, type TemplateResult } from "lit";

export const icon = (drawing: SVGTemplateResult): TemplateResult => html`<svg
  width="16"
  height="16"
  viewBox="0 0 16 16"
  fill="none"
  stroke="currentColor"
  stroke-width="1.6"
  stroke-linecap="round"
  stroke-linejoin="round"
  aria-hidden="true"
>${drawing}</svg>`;

export const removeIcon = icon(svg`<path d="m4 4 8 8M12 4l-8 8" />`);
export const retryIcon = icon(
  svg`<path d="M13.5 8A5.5 5.5 0 1 1 11.7 3.9L13.5 5.6" /><path d="M13.6 2.4v3.3h-3.3" />`,
);
export const photoIcon = icon(
  svg`<rect x="1.8" y="2.8" width="12.4" height="10.4" rx="1.6" /><circle cx="5.4" cy="6.2" r="1.1" /><path d="m2.2 11.6 3.4-3 2.4 2 3-3 3 2.8" />`,
);
export const fileIcon = icon(svg`<path d="M4 1.8h5l3.2 3.2v9.2H4Z" /><path d="M8.8 1.9v3.3h3.3" />`);
export const failedIcon = icon(svg`<path d="M8 2.2 14.4 13.4H1.6Z" /><path d="M8 6.4v3M8 11.5v.1" />`);

export const waitingIcon = icon(svg`<circle cx="8" cy="8" r="6" /><path d="M8 4.8V8l2.2 1.6" />`);
export const runningIcon = icon(svg`<path class="turning" d="M14 8a6 6 0 1 1-4-5.65" />`);
export const doneIcon = icon(svg`<path d="m3 8.6 3.2 3.2L13 4.6" />`);

/** One for each state of a photo or a call; `idle` has none. */
export const stateIcons = { waiting: waitingIcon, running: runningIcon, done: doneIcon, failed: failedIcon };
