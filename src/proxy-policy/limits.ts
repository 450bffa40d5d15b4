/** Longest call, in seconds, upload and all, also for those that ask for longer. */
export const CALL_SECONDS = 300;
