/** How outputs are shown. */

import { msg, str } from "@lit/localize";

export const viewerWords = {
  get showAs() {
    return msg("Show as", { id: "showAs" });
  },
  get asNumpy() {
    return msg("Printout", { id: "asNumpy" });
  },
  get asTable() {
    return msg("Table", { id: "asTable" });
  },
  get asHeatMap() {
    return msg("Heat map", { id: "asHeatMap" });
  },
  get asPicture() {
    return msg("Picture", { id: "asPicture" });
  },
  heatMapOf: (name: string) => msg(str`Heat map of ${name}`, { id: "heatMapOf" }),
  pictureIn: (name: string) => msg(str`The picture in ${name}`, { id: "pictureIn" }),
  pictureScale: (black: string, white: string) =>
    msg(str`black ${black}, white ${white}`, { id: "pictureScale" }),
  get placeIn() {
    return msg("At", { id: "placeIn" });
  },
  indexOfDim: (dim: number, size: number) =>
    msg(str`Index in dimension ${dim} of size ${size}`, { id: "indexOfDim" }),
  figures: (min: string, max: string, mean: string) =>
    msg(str`min ${min} · max ${max} · mean ${mean}`, { id: "figures" }),
  get copyNumpy() {
    return msg("Copy for numpy", { id: "copyNumpy" });
  },
  get copyJson() {
    return msg("Copy as JSON", { id: "copyJson" });
  },
  get downloadNpy() {
    return msg("Download .npy", { id: "downloadNpy" });
  },
  get download() {
    return msg("Download", { id: "download" });
  },
  hexOf: (name: string) => msg(str`Bytes of ${name}`, { id: "hexOf" }),
  bytesLong: (count: number) => msg(str`${count} long`, { id: "bytesLong" }),
  firstBytes: (shown: number, all: number) =>
    msg(str`The first ${shown} of ${all} bytes; the download has all.`, { id: "firstBytes" }),
  get emptyList() {
    return msg("An empty list.", { id: "emptyList" });
  },
};
