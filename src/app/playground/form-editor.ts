/** The request as a form on the page, instance by instance. */

import { html, type TemplateResult } from "lit";
import type { EditEvent } from "../look/events.ts";
import { addIcon } from "../look/icons.ts";
import type { Words } from "../words/words.ts";
import type { InstanceEditor } from "./instance-editor.ts";
import { type DraftInstance, replaceAt, withoutAt } from "./request/draft.ts";
import type { SignedInputs } from "./request/signed-form.ts";
import type { WrittenRequest } from "./request/written-request.ts";

/** @param edit is given all instances after each edit */
export function formEditor(
  { instances, faults }: WrittenRequest,
  signed: SignedInputs | undefined,
  words: Words,
  edit: (instances: readonly DraftInstance[]) => void,
): TemplateResult {
  return html`
    ${instances.map(
      (instance, i) => html`<app-instance-editor .number=${i + 1} .instance=${instance} .faults=${faults[i]}
        .signed=${signed} ?only=${instances.length === 1}
        @edit=${({ value }: EditEvent<DraftInstance>) => edit(replaceAt(instances, i, value))}
        @remove=${() => edit(withoutAt(instances, i))}></app-instance-editor>`,
    )}
    <div><button type="button" @click=${() => edit([...instances, instances.at(-1)!])}>${addIcon}${words.addInstance}</button></div>
  `;
}

/** Puts the cursor into the first faulty input. @param root where the form is drawn */
export async function focusFormFault(root: ParentNode): Promise<void> {
  const editors = [...root.querySelectorAll<InstanceEditor>("app-instance-editor")];
  await Promise.all(editors.map((editor) => editor.updateComplete));
  editors.some((editor) => editor.focusFault());
}
