/** What app and elements say of photos and their labels. */

export const photosEn = {
  photos: "Photos",
  photoCount: (count: number) => (count === 1 ? "1 photo" : `${count} photos`),
  progress: (done: number, failed: number, all: number) =>
    [photosEn.photoCount(all), `${done} done`, ...(failed > 0 ? [`${failed} failed`] : [])].join(" · "),
  photoDone: (name: string, label: string) => `${name}: ${label}`,
  photoFailed: (name: string, text: string) => `${name} failed: ${text}`,
  retryPhoto: (name: string) => `Try again: ${name}`,
  retryFailed: (count: number) => `Try ${count} again`,
  remove: "Remove",
  removePhoto: (name: string) => `Remove ${name}`,
  clear: "Clear all",
  scores: "Labels and scores, best first",
  unsure: "unsure",
  lessThan: (figure: string) => `< ${figure}`,
  emptyAnswer: "The answer is empty.",
  howLabels:
    "Without an output named label, answers are shown as they came. A text named label, or whole numbers, is shown as labels, and a tensor named score as their scores.",
  noPreview: "no preview",
};

export type PhotoWords = typeof photosEn;
