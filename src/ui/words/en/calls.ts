/** What app and elements say of calls, and around the text of a failure. */

export const callsEn = {
  waiting: "Waiting",
  running: "Running",
  done: "Done",
  failed: "Failed",
  result: "Result",
  retry: "Try again",
  serverSilent: "The server gave no text.",
  whatToDo: (todo: string) => `What to do: ${todo}`,
};

export type CallWords = typeof callsEn;
