/** The page's icons: those of the elements, and its own. */

import { html, svg } from "lit";
import { icon } from "../../ui/index.ts";

export const settingsIcon = icon(
  svg`<path d="M2 4.5h6.4M12.6 4.5H14M2 11.5h1.4M7.6 11.5H14" /><circle cx="10.5" cy="4.5" r="2" /><circle cx="5.5" cy="11.5" r="2" />`,
);
export const copyIcon = icon(
  svg`<rect x="5.4" y="5.4" width="8.4" height="8.4" rx="1.6" /><path d="M10.6 2.6H3.8a1.4 1.4 0 0 0-1.4 1.4v6.6" />`,
);
export const addIcon = icon(svg`<path d="M8 3v10M3 8h10" />`);
export const unknownIcon = icon(svg`<circle cx="8" cy="8" r="1.4" />`);

export const folderIcon = icon(svg`<path d="M1.8 12.6V3.4h4.4l1.6 1.8h6.4v7.4Z" />`);
export const cameraIcon = icon(
  svg`<path d="M1.8 12.8V5h2.9l1.2-1.8h4.2L11.3 5h2.9v7.8Z" /><circle cx="8" cy="8.7" r="2.3" />`,
);
export const pasteIcon = icon(svg`<path d="M5.4 3H3.2v11h9.6V3h-2.2" /><path d="M5.6 1.8h4.8v2.6H5.6Z" />`);
export const codeIcon = icon(svg`<path d="m5 4.4-3.6 3.6L5 11.6M11 4.4l3.6 3.6-3.6 3.6M9 2.8 7 13.2" />`);
export const pauseIcon = icon(svg`<path d="M5.4 3.4v9.2M10.6 3.4v9.2" />`);
export const resumeIcon = icon(svg`<path d="M4.8 3v10l8-5Z" />`);
export const stopIcon = icon(svg`<path d="M4 4h8v8H4Z" />`);
export const downloadIcon = icon(svg`<path d="M8 2v8M4.6 7 8 10.4 11.4 7M2.6 13.6h10.8" />`);
export const backIcon = icon(svg`<path d="m10 3-5 5 5 5" />`);
export const forwardIcon = icon(svg`<path d="m6 3 5 5-5 5" />`);
export const moreIcon = icon(svg`<path d="M3.5 8h.01M8 8h.01M12.5 8h.01" stroke-width="2.2" />`);
export const switchIcon = icon(
  svg`<path d="M2.4 6.4A5.8 5.8 0 0 1 13 5.2M13.6 9.6A5.8 5.8 0 0 1 3 10.8" /><path d="M13.2 2.2v3.2h-3.2M2.8 13.8v-3.2H6" />`,
);

/** The photo on the table: the page's own mark, as in public/icon.svg. */
export const mark = html`<svg width="20" height="20" viewBox="0 0 32 32" aria-hidden="true">
  <rect x="3" y="5" width="26" height="22" rx="5" fill="none" stroke="currentColor" stroke-width="2.4" />
  <path d="M6 23 13 14.5 18 20 21 17 26 23Z" fill="currentColor" />
  <circle cx="21.5" cy="11.5" r="2.6" fill="currentColor" />
</svg>`;
