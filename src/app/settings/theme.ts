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
}
