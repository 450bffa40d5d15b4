/** "Use it in your code". */

export const codeEn = {
  elementAtWork: "The element at work",
  elementsPage: "More of both elements",
  codeLanguage: "Language of the code",
};
