/** What somebody gives by drop, paste or a chooser, taken out of the event: afterwards the browser tells nothing of it. */

import { isTextField } from "../page/text-field.ts";

export interface Given {
  way: "chosen" | "dropped" | "pasted";
  files: readonly File[];
  /** In their place where a folder is among them. */
  entries?: readonly FileSystemEntry[];
  /** What pages and programs say of a picture that is not a file. */
  links?: Links;
}

/** As a drag or a clipboard has it; empty where it has none. */
export interface Links {
  /** Addresses, one on a line (`text/uri-list`). */
  uris: string;
  html: string;
  text: string;
}

/** Whether what hangs over the page may hold pictures: its data is told when it falls. */
export function mayHoldPictures({ types }: DataTransfer): boolean {
  return types.includes("Files") || types.includes("text/uri-list");
}

/** To be called within the drop's own event. */
export function dropped(data: DataTransfer): Given {
  const entries = Array.from(data.items, (item) => (item.kind === "file" ? item.webkitGetAsEntry() : null));
  const found = entries.filter((entry) => entry !== null);
  return {
    way: "dropped",
    files: [...data.files],
    ...(found.some((entry) => entry.isDirectory) && { entries: found }),
    links: {
      uris: data.getData("text/uri-list"),
      html: data.getData("text/html"),
      text: data.getData("text/plain"),
    },
  };
}

/**
 * To be called within the paste's own event.
 * @returns `undefined` for a paste into a text field, one that somebody else took, and one without any picture
 */
export function pasted(event: ClipboardEvent): Given | undefined {
  const { clipboardData: data } = event;
  if (!data || event.defaultPrevented || isTextField(event.composedPath()[0])) return undefined;
  const given = pastedOf([...data.files], data.getData("text/html"), data.getData("text/plain"));
  return given.files.length > 0 || given.links ? given : undefined;
}

/** A spreadsheet's cells come as text and as a picture of them; prose with pictures in it is no picture. */
export function pastedOf(files: readonly File[], html: string, text: string): Given {
  const isAddress = /^\s*(https?:|data:image\/|blob:)\S+(\s+(https?:|data:image\/|blob:)\S+)*\s*$/i.test(
    text,
  );
  const isPicture = text.trim() === "" && /<img\s/i.test(html);
  const links = { uris: "", html: isPicture ? html : "", text: isAddress ? text : "" };
  return { way: "pasted", files, ...((isAddress || isPicture) && { links }) };
}
