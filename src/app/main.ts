/** The page's start: language, place, the elements; the library follows when the page is idle. */

import { whenIdle } from "../ui/index.ts";
import { defineElements } from "./elements.ts";
import { registerServiceWorker } from "./pwa/register.ts";
import { keepWatching } from "./serving/watch.ts";
import { followAddress } from "./state/route.ts";
import { startSettings } from "./state/settings.ts";
import { followTheme } from "./state/theme.ts";
import { startLanguage } from "./words/language.ts";

startSettings();
followTheme();
await startLanguage();
followAddress();
await defineElements();
keepWatching();
whenIdle(registerServiceWorker);
