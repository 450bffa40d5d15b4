/** The elements of the page Add. */

import { AddPage } from "./add-page.ts";
import { InstanceRow } from "./instance-row.ts";
import { MatrixEditor } from "./matrix-editor.ts";

export const ELEMENTS = {
  "app-add-page": AddPage,
  "app-instance-row": InstanceRow,
  "app-matrix-editor": MatrixEditor,
};
