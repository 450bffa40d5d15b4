/** What the signature tells of the method that is called, and its examples. */

import { css, html, nothing, type TemplateResult } from "lit";
import type { Example } from "../../signature/index.ts";
import { shortDoc } from "../../ui/index.ts";
import type { Target } from "../serving/client-for.ts";
import { knownSignatures, signatureOf } from "../serving/signatures.ts";
import type { Words } from "../words/words.ts";

/** @param choose is given an example that is to be written into the form */
export function methodAbout(
  target: Target,
  words: Words,
  choose: (example: Example) => void,
): TemplateResult | typeof nothing {
  const servable = knownSignatures().get(target.servable);
  const method = signatureOf(target.servable, target.method);
  const docs = [shortDoc(servable?.doc), shortDoc(method?.doc)].filter((doc) => doc !== "");
  const examples = method?.examples ?? [];
  if (docs.length === 0 && examples.length === 0) return nothing;
  return html`<div class="about">
    ${docs.map((doc) => html`<p class="quiet small">${doc}</p>`)}
    ${
      examples.length === 0
        ? nothing
        : html`<ul class="examples">${examples.map((example, i) => {
            const name = examples.length === 1 ? words.example : words.exampleNumber(i + 1);
            return html`<li>
              <button type="button" @click=${() => choose(example)}>${name}</button>
              <span class="quiet small">${shortDoc(example.doc)}</span>
            </li>`;
          })}</ul>`
    }
  </div>`;
}

export const methodAboutStyles = css`
  .about {
    display: grid;
    gap: 4px;
    overflow-wrap: anywhere;
  }
  .examples {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 14px;
    margin: 4px 0 0;
    padding: 0;
    list-style: none;
  }
  .examples li {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .examples button {
    flex: none;
    min-height: 30px;
    font-size: var(--_small);
  }
`;
