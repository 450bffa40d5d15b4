/** An error's text as people read it: what happened first, in whole characters. */

import type { InstanceError } from "./errors.ts";

/** What Serving (from release 1.5 on) puts before the text of an exception in a servable's Python function. */
const WRAPPER =
  /^Call (?:Function '(.+?)'|(\w+)) Failed, method: '.*?', stage index\(begin with 1\): (\d+), error msg: /;

/** Lines of mindspore.dataset's exceptions that say nothing by themselves: rules, and headings. */
const DECORATION =
  /^(-*|- Dataset Pipeline Error Message: *|- C\+\+ Call Stack: \(For framework developers\) *)$/;

/** The reference to a heading that is left out, or is cut away. */
const REFERENCE = / Refer to 'Dataset Pipeline Error Mes.*/;

/**
 * The text of an error for people, with the useful part first: of an exception in a servable's function its own text,
 * then which function it was; the rules and headings around mindspore.dataset's texts left out; and where Serving cut
 * a text, whole characters and `…` in its place. What it gives is for reading only: in `error` stands what the server
 * sent.
 *
 * ```ts
 * errorText(outcome); // "'str' object has no attribute 'astype' (add.add_trans_datatype, stage 1)"
 * ```
 */
export function errorText({ error, cut }: InstanceError): string {
  const start = cut?.start ?? error;
  const wrapper = WRAPPER.exec(start);
  const said = readable(start.slice(wrapper?.[0].length ?? 0));
  const text = cut ? `${said} … ${readable(cut.end)}` : said;
  if (!wrapper) return text;
  const [, ofFunction, ofOldCall, stage] = wrapper;
  return `${text} (${ofFunction ?? ofOldCall}, stage ${stage})`.trimStart();
}

function readable(text: string): string {
  return text
    .split("\n")
    .filter((line) => !DECORATION.test(line))
    .map((line) => line.replace(REFERENCE, ""))
    .join("\n")
    .trim();
}
