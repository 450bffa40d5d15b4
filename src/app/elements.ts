/** The page's own elements by name. They are defined by a call: the package's modules have no side effects. */

import { AddPage } from "./add/add-page.ts";
import { InstanceRow } from "./add/instance-row.ts";
import { MatrixEditor } from "./add/matrix-editor.ts";
import { AppShell } from "./app-shell.ts";
import { ClassifyPage } from "./classify/classify-page.ts";
import { PhotoCard } from "./classify/photo-card.ts";
import { SampleStrip } from "./classify/sample-strip.ts";
import { ScoreList } from "./classify/score-list.ts";
import { AppStatus } from "./connection/status-dot.ts";
import { FailureBanner } from "./serving/failure-banner.ts";

const ELEMENTS = {
  "app-add": AddPage,
  "app-classify": ClassifyPage,
  "app-failure": FailureBanner,
  "app-instance": InstanceRow,
  "app-matrix": MatrixEditor,
  "app-photo": PhotoCard,
  "app-samples": SampleStrip,
  "app-scores": ScoreList,
  "app-shell": AppShell,
  "app-status": AppStatus,
};

export function defineElements(): void {
  for (const [name, element] of Object.entries(ELEMENTS)) customElements.define(name, element);
}
