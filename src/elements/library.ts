/** `toUpload` and `toTensor`, which work on pictures: a chunk of its own, so that an element paints before it is there. */
export const loadImages = () => import("../image/index.ts");
