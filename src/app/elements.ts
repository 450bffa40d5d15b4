/**
 * The page's own elements by name. They are defined by a call: the package's modules have no side effects. Those of
 * the first place are there at once, the other parts come as chunks of their own when somebody turns to them.
 */

import { AppShell } from "./app-shell.ts";
import { ClassifyPage } from "./classify/classify-page.ts";
import { PhotoCard } from "./classify/photo-card.ts";
import { SampleStrip } from "./classify/sample-strip.ts";
import { ScoreList } from "./classify/score-list.ts";
import { AppStatus } from "./connection/app-status.ts";
import { CopyLine } from "./look/copy-line.ts";
import { FailureBanner } from "./serving/failure-banner.ts";

const ELEMENTS = {
  "app-classify": ClassifyPage,
  "app-copy": CopyLine,
  "app-failure": FailureBanner,
  "app-photo": PhotoCard,
  "app-samples": SampleStrip,
  "app-scores": ScoreList,
  "app-shell": AppShell,
  "app-status": AppStatus,
};

export function defineElements(): void {
  for (const [name, element] of Object.entries(ELEMENTS)) customElements.define(name, element);
}
