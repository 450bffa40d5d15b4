/** The page's own script: the language, a sample photo, and a list of what the elements tell. */

const root = document.documentElement;
const language = document.getElementById("language");

function show(tag) {
  root.lang = tag;
  language.textContent = tag === "en" ? "中文" : "English";
  language.lang = tag === "en" ? "zh-CN" : "en";
}

show(/^zh\b/i.test(navigator.language) ? "zh-CN" : "en");
language.addEventListener("click", () => show(root.lang === "en" ? "zh-CN" : "en"));

document.getElementById("sample").addEventListener("click", async () => {
  const response = await fetch("samples/panda.jpg");
  const photo = new File([await response.blob()], "panda.jpg", { type: "image/jpeg" });
  await document.getElementById("classifier").classify(photo);
});

const log = document.getElementById("log");

function note({ type, target, detail }) {
  const line = document.createElement("li");
  const about = detail.labels?.[0].name ?? detail.error?.error ?? Object.keys(detail.result[0]).join(", ");
  line.textContent = `${type} · <${target.localName}> · ${about}`;
  log.append(line);
}

document.addEventListener("serving-result", note);
document.addEventListener("serving-error", note);
