/** How outputs are shown. */

export const viewerEn = {
  showAs: "Show as",
  asNumpy: "NumPy",
  asTable: "Table",
  asHeatMap: "Heat map",
  asPicture: "Picture",
  heatMapOf: (name: string) => `Heat map of ${name}`,
  pictureIn: (name: string) => `The picture in ${name}`,
  pictureScale: (black: string, white: string) => `black ${black}, white ${white}`,
  placeIn: "At",
  indexOfDim: (dim: number, size: number) => `Index in dimension ${dim} of size ${size}`,
  figures: (min: string, max: string, mean: string) => `min ${min} · max ${max} · mean ${mean}`,
  copyNumpy: "Copy for numpy",
  copyJson: "Copy as JSON",
  downloadNpy: "Download .npy",
  download: "Download",
  hexOf: (name: string) => `Bytes of ${name}`,
  bytesLong: (count: number) => (count === 1 ? "1 byte" : `${count} bytes`),
  firstBytes: (shown: number, all: number) => `The first ${shown} of ${all} bytes; the download has all.`,
  emptyList: "An empty list.",
};
