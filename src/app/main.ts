/** The page's start: language, place, the elements; the library follows when the page is idle. */

import { keepLooking } from "./connection/connection.ts";
import { defineElements } from "./elements.ts";
import { followAddress } from "./route.ts";
import { loadClient } from "./serving/call.ts";
import { whenIdle } from "./serving/idle.ts";
import { startSettings } from "./settings/settings.ts";
import { startLanguage } from "./words/language.ts";

startSettings();
await startLanguage();
defineElements();
followAddress();
keepLooking();
// A failure shows at the first call, which tries again.
whenIdle(() => void loadClient().catch(() => {}));
