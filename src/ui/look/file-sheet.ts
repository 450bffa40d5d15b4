/** What stands in a picture's place where the browser can't draw the file: its kind, by the ending of its name. */

import { css, html, type TemplateResult } from "lit";
import { fileIcon } from "./icons.ts";

export const fileSheetStyles = css`
  .file-sheet {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 4px;
    aspect-ratio: 3 / 4;
    max-width: 100%;
    height: 100%;
    max-height: 100%;
    padding: 8px;
    border-radius: var(--_corner);
    background: var(--_field);
    box-shadow: var(--_shadow);
    color: var(--_ink-quiet);
    font-size: var(--_small);
    text-align: center;
  }
  .file-sheet svg {
    width: 32px;
    height: 32px;
    stroke-width: 0.8;
  }
  .file-sheet strong {
    color: var(--_ink);
    font-weight: 600;
    overflow-wrap: anywhere;
  }
`;

interface Words {
  noPreview: string;
}

export function fileSheet(file: File, { noPreview }: Words): TemplateResult {
  return html`<span class="file-sheet">${fileIcon}<strong>${kindOf(file)}</strong> ${noPreview}</span>`;
}

/** What the sheet says. */
export function fileSheetText(file: File, { noPreview }: Words): string {
  return `${kindOf(file)} ${noPreview}`;
}

function kindOf({ name, type }: File): string {
  return (/\.(\w{1,5})$/.exec(name)?.[1] ?? type.replace(/^.*\//, "")).toUpperCase();
}
