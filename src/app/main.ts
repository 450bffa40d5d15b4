/** The page's start: language, place, the elements; the library follows when the page is idle. */

import { nextTask, whenIdle } from "../ui/index.ts";
import { CLASSIFY_ELEMENTS } from "./classify/index.ts";
import { LOOK_ELEMENTS } from "./look/index.ts";
import { define } from "./parts/later-part.ts";
import { registerServiceWorker } from "./pwa/register.ts";
import { bringSignatures } from "./serving/signatures.ts";
import { keepWatching } from "./serving/watch.ts";
import { PageLinks } from "./shell/page-links.ts";
import { Shell } from "./shell/shell.ts";
import { followAddress } from "./state/route.ts";
import { startSettings } from "./state/settings.ts";
import { followTheme } from "./state/theme.ts";
import { Status } from "./status/status.ts";
import { startLanguage } from "./words/language.ts";

startSettings();
followTheme();
await startLanguage();
followAddress();
// The frame at once, what stands in it a task later: together they would hold a slow phone up for long.
define({ "app-shell": Shell, "app-page-links": PageLinks, "app-status": Status });
await nextTask();
define({ ...LOOK_ELEMENTS, ...CLASSIFY_ELEMENTS });
keepWatching();
whenIdle(() => void bringSignatures());
whenIdle(registerServiceWorker);
