/** All calls of this page, the newest of them: what the Inspector shows. */

import { CallLog, devtools } from "../../inspect/index.ts";

export const callLog = new CallLog();

/** Innermost, so that it sees calls as they go. */
export const recorders = [callLog.interceptor, devtools()];
