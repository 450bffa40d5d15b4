/** "Use it in your code". */

export const codeEn = {
  elementAtWork: "The element at work",
  elementsPage: "More of both elements",
  severalFiles: "Several files at a time",
  htmlGoes:
    "A whole page: save it as page.html on any web server. Where its browser then says CORS, start the proxy with --origin and that page's origin.",
  typescriptGoes: "A module of your page, such as src/main.ts of a Vite project.",
  reactGoes: "A component: save it as src/ServingCall.tsx, and put <ServingCall /> where it is to be.",
  installFirst: "First:",
  installUntil: "(until it is on npm, see “In your code” in the README).",
  pythonGoes:
    "A program: save it as call.py, where Serving's own port can be reached. First install the wheel mindspore_serving.",
  pythonGoesPillow:
    "A program: save it as call.py, where Serving's own port can be reached. First install the wheel mindspore_serving, and pillow.",
  codeLanguage: "Language of the code",
};
