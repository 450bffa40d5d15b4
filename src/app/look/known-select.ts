/** Names to choose from, at the end of a field in which any name can be written. */

import { css, html, nothing, svg, type TemplateResult } from "lit";
import { icon } from "../../ui/index.ts";

const arrow = icon(svg`<path d="m4 6 4 4 4-4" />`);

/** Names under a heading; without one where there is one group only. */
export interface NameGroup {
  label?: string;
  names: readonly string[];
}

/** @param choose is given the chosen name */
export function knownSelect(
  label: string,
  groups: readonly NameGroup[],
  now: string,
  choose: (name: string) => void,
): TemplateResult | typeof nothing {
  if (groups.every(({ names }) => names.length === 0)) return nothing;
  const isKnown = groups.some(({ names }) => names.includes(now));
  const take = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    if (value !== "") choose(value);
  };
  const option = (name: string) => html`<option value=${name} ?selected=${name === now}>${name}</option>`;
  return html`<select class="known" aria-label=${label} .value=${isKnown ? now : ""} @change=${take}>
    ${isKnown ? nothing : html`<option value="" hidden selected></option>`}
    ${groups.map(({ label, names }) =>
      label ? html`<optgroup label=${label}>${names.map(option)}</optgroup>` : names.map(option),
    )}
  </select>${arrow}`;
}

/** The field's text lies over the select's, of which only the arrow is seen. */
export const knownSelectStyles = css`
  .named {
    position: relative;
  }
  .named:has(.known) input {
    padding-inline-end: 34px !important;
  }
  .known {
    position: absolute;
    inset: 1px 1px 1px auto;
    width: 32px !important;
    min-height: 0 !important;
    padding: 0 !important;
    border: 0 !important;
    border-radius: calc(var(--_corner) - 1px) !important;
    background: none !important;
    color: transparent !important;
    cursor: pointer;
    appearance: none;
  }
  .known:hover {
    background: var(--_table) !important;
  }
  .known option {
    color: var(--_ink);
    background: var(--_field);
  }
  .named svg {
    position: absolute;
    inset: 0 9px 0 auto;
    height: 100%;
    color: var(--_ink-quiet);
    pointer-events: none;
  }
`;
