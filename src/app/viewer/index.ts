/** The elements that show outputs. */

import { BytesView } from "./bytes-view.ts";
import { OutputView } from "./output-view.ts";
import { TensorPicture } from "./tensor-picture.ts";
import { TensorTable } from "./tensor-table.ts";

export const VIEWER_ELEMENTS = {
  "app-bytes-view": BytesView,
  "app-output-view": OutputView,
  "app-tensor-picture": TensorPicture,
  "app-tensor-table": TensorTable,
};
