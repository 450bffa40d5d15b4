/** What is to be known of how a photo was sent, beside its result. */

import { css, html, nothing, type TemplateResult } from "lit";
import type { Notice } from "../../failures/index.ts";
import type { Language } from "../language/language.ts";
import { failedIcon } from "../look/icons.ts";
import type { CallWords } from "../words/en/calls.ts";

export const noticeStyles = css`
  .notice {
    display: flex;
    align-items: start;
    gap: 6px;
    margin-top: 8px;
    font-size: var(--_small);
    line-height: 19px;
    overflow-wrap: anywhere;
  }
  .notice svg {
    margin-top: 2px;
    color: var(--_bad);
  }
`;

export function noticeView(
  notice: Notice | undefined,
  words: CallWords,
  language: Language,
): TemplateResult | typeof nothing {
  if (!notice) return nothing;
  const { texts, hint } = notice;
  return html`<div class="notice" part="notice">${failedIcon}
    <p>${texts[language]} ${words.whatToDo(hint[language])}</p></div>`;
}
