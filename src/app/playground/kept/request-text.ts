/** Requests as the text of a JSON file, as request-file.ts tells its form. */

import type { DraftInstance } from "../request/draft.ts";
import { wholeJson } from "../request/written-json.ts";
import type { Asked } from "./asked.ts";
import type { PastCall } from "./history.ts";
import { MANY, ONE, VERSION } from "./request-file.ts";
import type { SavedRequest } from "./saved.ts";

/** Bytes of all files that go into a request's JSON. */
const MAX_FILES = 16 * 2 ** 20;

/** Contents of chosen files, in base64, as far as they are not too large. @throws DOMException when one is gone */
export async function fileContents(instances: readonly DraftInstance[]): Promise<Map<unknown, string>> {
  const contents = new Map<unknown, string>();
  let room = MAX_FILES;
  for (const { file } of instances.flat()) {
    if (!(file instanceof File) || contents.has(file) || file.size > room) continue;
    room -= file.size;
    contents.set(file, await base64Of(file));
  }
  return contents;
}

async function base64Of(file: File): Promise<string> {
  const chars: string[] = [];
  for (const byte of new Uint8Array(await file.arrayBuffer())) chars.push(String.fromCharCode(byte));
  return btoa(chars.join(""));
}

/** @param contents of {@link fileContents}; files that are not there are told by name and size */
export function requestText(request: Asked, contents?: ReadonlyMap<unknown, string>): string {
  return `{
  "format": "${ONE}",
  "formatVersion": ${VERSION},
${targetText(request, "  ")},
  "instances": ${wholeJson(request.instances, "  ", contents)}
}
`;
}

export function requestsText(requests: readonly SavedRequest[], history: readonly PastCall[]): string {
  const lists = [
    listText("requests", requests, ({ name, at }) => ({ name, saved: timeText(at) })),
    ...(history.length === 0
      ? []
      : [
          listText("history", history, ({ at, ms, failed, reply }) => ({
            at: timeText(at),
            ms,
            failed,
            ...(reply && { reply }),
          })),
        ]),
  ];
  return `{
  "format": "${MANY}",
  "formatVersion": ${VERSION},
${lists.join(",\n")}
}
`;
}

const timeText = (at: number) => new Date(at).toISOString();

function targetText({ servable, method, version }: Asked, indent: string): string {
  return fieldsText({ servable, method, version }, indent);
}

const fieldsText = (fields: object, indent: string): string =>
  Object.entries(fields)
    .map(([name, value]) => `${indent}${JSON.stringify(name)}: ${JSON.stringify(value)}`)
    .join(",\n");

function listText<T extends Asked>(name: string, list: readonly T[], about: (entry: T) => object): string {
  const indent = "      ";
  const texts = list.map(
    (entry) => `    {
${fieldsText(about(entry), indent)},
${targetText(entry, indent)},
      "instances": ${wholeJson(entry.instances, indent)}
    }`,
  );
  return `  "${name}": [${texts.length === 0 ? "" : `\n${texts.join(",\n")}\n  `}]`;
}
