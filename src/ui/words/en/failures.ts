/** Around the text of a failure. */

export const failuresEn = {
  serverSilent: "The server gave no text.",
  whatToDo: (todo: string) => `What to do: ${todo}`,
};

export type FailureWords = typeof failuresEn;
