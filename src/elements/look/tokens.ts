/**
 * The look's names. A page sets the public ones, `--serving-…`; each stands for light and dark, told apart by the
 * `color-scheme` that holds where the element stands.
 */

import { css } from "lit";

export const tokens = css`
  :host {
    --_table: var(--serving-surface, light-dark(#fbfaf7, #211e1b));
    --_field: var(--serving-field, light-dark(#ffffff, #2a2622));
    --_line: var(--serving-line, light-dark(#ddd8d0, #3c3630));
    --_line-strong: var(--serving-line-strong, light-dark(#8a8277, #857b6f));
    --_ink: var(--serving-ink, light-dark(#26221d, #ece7df));
    --_ink-quiet: var(--serving-ink-quiet, light-dark(#665f55, #aca397));
    --_accent: var(--serving-accent, light-dark(#0b6660, #74cabd));
    --_accent-quiet: color-mix(in srgb, var(--_accent) 14%, var(--_table));
    --_on-accent: var(--serving-on-accent, light-dark(#ffffff, #0e211e));
    --_bad: var(--serving-bad, light-dark(#a3301d, #f39a86));
    --_bad-quiet: color-mix(in srgb, var(--_bad) 10%, var(--_table));
    --_shadow: 0 1px 3px light-dark(rgb(50 40 25 / 22%), rgb(0 0 0 / 55%));
    --_corner: var(--serving-corner, 8px);
    --_text: var(--serving-text, 15px);
    --_small: calc(var(--_text) * 13 / 15);
    --_quick: 120ms;
    /* A finger needs more than a mouse pointer does. */
    --_control: 36px;
    --_mono: var(
      --serving-mono,
      ui-monospace,
      "SF Mono",
      "Cascadia Mono",
      Consolas,
      "DejaVu Sans Mono",
      "Noto Sans Mono CJK SC",
      monospace
    );
  }
  :host([theme="light"]) {
    color-scheme: light;
  }
  :host([theme="dark"]) {
    color-scheme: dark;
  }
  :host([theme="auto"]) {
    color-scheme: light dark;
  }
  @media (pointer: coarse) {
    :host {
      --_control: 44px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    :host {
      --_quick: 0ms;
    }
  }
`;
