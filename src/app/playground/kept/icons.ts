/** The icons of what is kept and shared. */

import { svg } from "lit";
import { icon } from "../../../ui/index.ts";

export const editIcon = icon(svg`<path d="m10.6 3 2.4 2.4-7.4 7.4-3 .6.6-3ZM9.2 4.4l2.4 2.4" />`);
export const saveIcon = icon(svg`<path d="M4 2.2h8v11.6L8 10.6l-4 3.2Z" />`);
export const linkIcon = icon(
  svg`<path d="M6.6 9.4a2.6 2.6 0 0 0 3.7 0l2.6-2.6a2.6 2.6 0 0 0-3.7-3.7l-.9.9" /><path d="M9.4 6.6a2.6 2.6 0 0 0-3.7 0L3.1 9.2a2.6 2.6 0 0 0 3.7 3.7l.9-.9" />`,
);
