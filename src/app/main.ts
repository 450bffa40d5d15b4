/** The page's start: language, place, the elements; the library follows when the page is idle. */

import { whenIdle } from "../ui/index.ts";
import { keepWatching } from "./connection/watch.ts";
import { defineElements } from "./elements.ts";
import { registerServiceWorker } from "./pwa/register.ts";
import { followAddress } from "./route.ts";
import { startSettings } from "./settings/settings.ts";
import { followTheme } from "./settings/theme.ts";
import { startLanguage } from "./words/language.ts";

startSettings();
followTheme();
await startLanguage();
followAddress();
await defineElements();
keepWatching();
whenIdle(registerServiceWorker);
