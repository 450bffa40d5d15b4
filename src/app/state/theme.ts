/** Light, dark or as the device is. `public/theme.js` does the same for what was kept, before the first paint. */

import { settings } from "./settings.ts";

/** Follows the setting from now on. */
export function followTheme(): void {
  settings.subscribe(show);
}

function show(): void {
  const { theme } = settings.value;
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  for (const colour of document.querySelectorAll<HTMLMetaElement>("meta[name=theme-color]")) {
    const of = colour.dataset.theme;
    if (theme === "system") colour.media = `(prefers-color-scheme: ${of})`;
    else colour.media = theme === of ? "all" : "not all";
  }
}
