/** How a call went, as an icon and a word. */

import { css, html, type TemplateResult } from "lit";
import type { InspectedCall } from "../../inspect/index.ts";
import { doneIcon, failedIcon, removeIcon, runningIcon } from "../../ui/index.ts";
import type { Words } from "../words/words.ts";

export const callStateStyles = css`
  .state {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-width: 0;
  }
  .state.good {
    color: var(--_accent);
  }
  .state.bad {
    color: var(--_bad);
  }
`;

export function hasFailed({ state, failedInstances }: InspectedCall): boolean {
  return state === "failed" || failedInstances > 0;
}

export function callState(call: InspectedCall, words: Words): TemplateResult {
  const { state, failedInstances, instances, error } = call;
  if (state === "pending") return html`<span class="state">${runningIcon}${words.running}</span>`;
  if (state === "aborted") return html`<span class="state quiet">${removeIcon}${words.callAborted}</span>`;
  if (state === "failed") {
    const kind = error?.kind ?? (error?.code === undefined ? "" : words.errorCode(error.code));
    return html`<span class="state bad">${failedIcon}${kind === "" ? words.failed : `${words.failed} · ${kind}`}</span>`;
  }
  if (failedInstances > 0) {
    return html`<span class="state bad">${failedIcon}${words.someFailed(failedInstances, instances)}</span>`;
  }
  return html`<span class="state good">${doneIcon}${words.done}</span>`;
}
