// The theme that was chosen, before the first paint: a file of its own, since the page runs no inline script.
try {
  const { theme } = JSON.parse(localStorage.getItem("settings") ?? "{}");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Nothing was kept.
}
