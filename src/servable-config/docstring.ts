/** A docstring, as Python's help shows it. */

import type { Statement } from "./python/syntax.ts";

/** The text that stands first in a body, without its indentation; `undefined` where there is none. */
export function docstringOf(body: readonly Statement[]): string | undefined {
  const [first] = body;
  if (first?.kind !== "expression" || first.value.kind !== "text") return undefined;
  const [head, ...rest] = first.value.value.replaceAll("\t", "        ").split(/\r?\n/);
  const written = rest.filter((line) => line.trim() !== "");
  const indent = Math.min(...written.map((line) => line.length - line.trimStart().length));
  const text = [head!.trim(), ...rest.map((line) => line.slice(indent).trimEnd())].join("\n").trim();
  return text || undefined;
}

const HEAD =
  /^\s*(args|arguments|inputs|parameters|params|参数|输入|returns?|outputs?|yields?|raises|examples?|notes?|see also|返回|输出|示例)\s*[:：]?\s*$/i;
const OF_INPUTS = /^\s*(args|arguments|inputs|parameters|params|参数|输入)/i;
/** `image (bytes): text`, also without a text. */
const LISTED = /^\s*\*{0,2}([^\s:：(]+)\s*(?:\([^)]*\))?\s*[:：]\s*(.*)$/;
/** `:param bytes image: text` */
const FIELD = /^\s*[:@](\w+)(?:\s+(?:\S+\s+)?([^\s:]+))?\s*:\s*(.*)$/;

/**
 * What a docstring says of each parameter: below `Args:`, as `image (bytes): A JPEG file.`; below `Parameters` that is
 * underlined, as `image : bytes` and then the text; or as `:param image: …`.
 * @param names of the parameters
 */
export function parameterDocs(doc: string, names: readonly string[]): Map<string, string> {
  const docs = new Map<string, string>();
  const lines = doc.split("\n");
  let section: { isUnderlined: boolean; indent: number | undefined } | undefined;
  let current: string[] = [];
  let depth = 0;
  const begin = (said: readonly string[], text: string, at: number) => {
    current = said.filter((name) => names.includes(name));
    depth = at;
    for (const name of current) docs.set(name, text.trim());
  };
  for (const [i, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const indent = line.length - line.trimStart().length;
    const isUnderlined = /^\s*-{3,}\s*$/.test(lines[i + 1] ?? "");
    const isHead = HEAD.test(line) && (isUnderlined || /[:：]\s*$/.test(line));
    const [, field, name, text] = FIELD.exec(line) ?? [];
    if (isHead) {
      section = OF_INPUTS.test(line) ? { isUnderlined, indent: undefined } : undefined;
      current = [];
    } else if (field !== undefined) {
      begin(field === "param" && name ? [name] : [], text ?? "", indent);
      section = undefined;
    } else if (section && !/^\s*-{3,}\s*$/.test(line)) {
      section.indent ??= indent;
      if (indent < section.indent) [section, current] = [undefined, []];
      else if (indent > section.indent) more(docs, current, line);
      else if (section.isUnderlined)
        begin(
          line
            .split(/[:：]/)[0]!
            .split(",")
            .map((one) => one.trim()),
          "",
          indent,
        );
      else {
        const [, listed, said] = LISTED.exec(line) ?? [];
        begin(listed === undefined ? [] : [listed], said ?? "", indent);
      }
    } else if (!section && indent > depth) more(docs, current, line);
    else if (!section) current = [];
  }
  return new Map([...docs].filter(([, text]) => text !== ""));
}

function more(docs: Map<string, string>, names: readonly string[], line: string): void {
  for (const name of names) docs.set(name, `${docs.get(name)} ${line.trim()}`.trim());
}
