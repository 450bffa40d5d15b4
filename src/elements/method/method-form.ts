/** The form of `<serving-method>`: its inputs, or what stands in their place. */

import { html, nothing, type TemplateResult } from "lit";
import type { Instance } from "../../client/index.ts";
import type { Language } from "../../ui/index.ts";
import type { Words } from "../words/en.ts";
import { type FieldFault, fieldFaultText } from "./field-value.ts";
import { inputField } from "./input-field.ts";
import type { Field } from "./input-spec.ts";

interface MethodForm {
  /** `undefined` while they are not known. */
  fields: readonly Field[] | undefined;
  /** By input. */
  faults: ReadonlyMap<string, FieldFault>;
  /** Sent in place of what the form says. */
  instances: Instance | readonly Instance[] | undefined;
  isLearning: boolean;
  words: Words;
  language: Language;
  changed(fields: readonly Field[]): void;
  refused(input: string, fault: FieldFault): void;
}

export function methodForm(form: MethodForm): TemplateResult | typeof nothing {
  const { fields, faults, instances, isLearning, words, language, changed, refused } = form;
  if (instances !== undefined) {
    return html`<p class="quiet">${words.given(Array.isArray(instances) ? instances.length : 1)}</p>`;
  }
  if (!fields) return isLearning ? html`<p class="quiet" role="status">${words.learning}</p>` : nothing;
  return html`<div class="inputs">
    ${fields.map((field, at) => {
      const { name } = field.spec;
      const fault = faults.get(name);
      return inputField({
        at,
        field,
        fault: fault && fieldFaultText(fault, field.dtype, words, language),
        words,
        changed: (change) => changed(fields.map((one, i) => (i === at ? { ...one, ...change } : one))),
        refused: (has) => refused(name, { fault: "tooLong", has }),
      });
    })}
  </div>`;
}
