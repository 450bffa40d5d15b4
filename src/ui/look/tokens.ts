/** The look's names as an element's styles. */

import { unsafeCSS } from "lit";
import text from "./tokens.css?raw";

export const tokens = unsafeCSS(text);
