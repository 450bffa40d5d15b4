/** How far a model stands by its best label. */

/** Below a half, the model itself holds it for likelier that the picture shows something else. */
const UNSURE_BELOW = 0.5;

/** Whether the label's score is a share of one, and less than a half; of other scores nobody can tell. */
export function isUnsure({ share }: { share?: number | undefined }): boolean {
  return share !== undefined && share < UNSURE_BELOW;
}
